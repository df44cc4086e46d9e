/** What happens to a loan after it was paid out: repayments, arrears, closing and writing off. */
@NullMarked
package com.byajbook.loanengine.servicing;

import org.jspecify.annotations.NullMarked;
