/** What borrowers, lenders and payment-flow say to the marketplace. */
@NullMarked
package com.byajbook.loanengine.marketplace.messaging;

import org.jspecify.annotations.NullMarked;
