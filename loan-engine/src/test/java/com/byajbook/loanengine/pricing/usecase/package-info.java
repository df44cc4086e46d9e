/** Tests of this package. */
@NullMarked
package com.byajbook.loanengine.pricing.usecase;

import org.jspecify.annotations.NullMarked;
