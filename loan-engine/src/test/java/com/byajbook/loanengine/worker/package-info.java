/** Tests of this package. */
@NullMarked
package com.byajbook.loanengine.worker;

import org.jspecify.annotations.NullMarked;
