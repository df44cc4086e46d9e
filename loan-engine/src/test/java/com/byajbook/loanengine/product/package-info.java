/** Tests of this package. */
@NullMarked
package com.byajbook.loanengine.product;

import org.jspecify.annotations.NullMarked;
