/** The whole service on real servers. */
@NullMarked
package com.byajbook.loanengine.running;

import org.jspecify.annotations.NullMarked;
