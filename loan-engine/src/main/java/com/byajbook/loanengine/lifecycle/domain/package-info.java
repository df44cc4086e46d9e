/** Which way a loan may go. */
@NullMarked
package com.byajbook.loanengine.lifecycle.domain;

import org.jspecify.annotations.NullMarked;
