/** The end of each day, by itself. */
@NullMarked
package com.byajbook.loanengine.servicing.worker;

import org.jspecify.annotations.NullMarked;
