/** Autopay over tables in memory. */
@NullMarked
package com.byajbook.loanengine.autopay.usecase;

import org.jspecify.annotations.NullMarked;
