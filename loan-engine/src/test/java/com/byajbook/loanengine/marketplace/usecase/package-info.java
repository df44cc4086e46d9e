/** Tests of this package. */
@NullMarked
package com.byajbook.loanengine.marketplace.usecase;

import org.jspecify.annotations.NullMarked;
