/** The loops that give notice and ask. */
@NullMarked
package com.byajbook.loanengine.autopay.worker;

import org.jspecify.annotations.NullMarked;
