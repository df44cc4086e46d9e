/** Tests of this package. */
@NullMarked
package com.byajbook.loanengine.lifecycle.domain;

import org.jspecify.annotations.NullMarked;
