/** Tests of this package. */
@NullMarked
package com.byajbook.loanengine.pricing.domain;

import org.jspecify.annotations.NullMarked;
