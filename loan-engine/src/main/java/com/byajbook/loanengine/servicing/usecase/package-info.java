/** Opening, repaying, closing and writing off loans that were paid out, and the end of each day. */
@NullMarked
package com.byajbook.loanengine.servicing.usecase;

import org.jspecify.annotations.NullMarked;
