package com.byajbook.api.violators.accounts;

import com.byajbook.api.violators.loans.KnowsAccounts;

/** One way. */
public record KnowsLoans(KnowsAccounts loans) {}
