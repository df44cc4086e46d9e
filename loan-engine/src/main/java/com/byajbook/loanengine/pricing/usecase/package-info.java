/** Quoting a loan, pricing an offer and listing instalments; what other features may call. */
@NullMarked
package com.byajbook.loanengine.pricing.usecase;

import org.jspecify.annotations.NullMarked;
