/** Tests of this package. */
@NullMarked
package com.byajbook.loanengine.loans;

import org.jspecify.annotations.NullMarked;
