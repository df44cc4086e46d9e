/** Arranging autopay, giving notice, asking for instalments and learning what became of it. */
@NullMarked
package com.byajbook.loanengine.autopay.usecase;

import org.jspecify.annotations.NullMarked;
