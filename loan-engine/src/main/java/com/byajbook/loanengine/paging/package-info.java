/** Where a page ended, and how that is told to callers without letting them make it up. */
@NullMarked
package com.byajbook.loanengine.paging;

import org.jspecify.annotations.NullMarked;
