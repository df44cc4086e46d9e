/** From an accepted offer to a loan that lenders funded and that was paid out, or undone. */
@NullMarked
package com.byajbook.loanengine.marketplace;

import org.jspecify.annotations.NullMarked;
