/** What becomes of a loan from its disbursal on. */
@NullMarked
package com.byajbook.loanengine.servicing;

import org.jspecify.annotations.NullMarked;
