/** The state of loans in PostgreSQL. */
@NullMarked
package com.byajbook.loanengine.lifecycle.persistence;

import org.jspecify.annotations.NullMarked;
