/** What happens on the way from an accepted offer to a loan that was paid out. */
@NullMarked
package com.byajbook.loanengine.marketplace.usecase;

import org.jspecify.annotations.NullMarked;
