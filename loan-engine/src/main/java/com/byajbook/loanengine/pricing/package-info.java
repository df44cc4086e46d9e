/** What a loan costs, for whoever asks: quotes, offers and schedules. */
@NullMarked
package com.byajbook.loanengine.pricing;

import org.jspecify.annotations.NullMarked;
