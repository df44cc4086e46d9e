package com.byajbook.api.violators.loans;

import com.byajbook.api.violators.accounts.KnowsLoans;
import org.jspecify.annotations.Nullable;

/** And back. */
public record KnowsAccounts(@Nullable KnowsLoans accounts) {}
