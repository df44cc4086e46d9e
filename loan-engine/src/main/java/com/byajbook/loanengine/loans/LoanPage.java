package com.byajbook.loanengine.loans;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of loans, newest first.
 *
 * @param next what to ask the next page with; null on the last one
 */
record LoanPage(List<LoanView> items, @Nullable String next) {}
