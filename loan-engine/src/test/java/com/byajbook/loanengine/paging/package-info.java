/** Tests of this package. */
@NullMarked
package com.byajbook.loanengine.paging;

import org.jspecify.annotations.NullMarked;
