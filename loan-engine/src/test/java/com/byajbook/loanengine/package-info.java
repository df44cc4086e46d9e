/** Tests of the loan engine. */
@NullMarked
package com.byajbook.loanengine;

import org.jspecify.annotations.NullMarked;
