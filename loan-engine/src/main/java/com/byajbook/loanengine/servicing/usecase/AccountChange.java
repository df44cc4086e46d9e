package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Account;
import java.util.List;
import java.util.UUID;

/**
 * An account before and after, and the lines of its statement that say why.
 *
 * @param before as it is stored
 */
public record AccountChange(Account before, Account after, List<Entry> entries) {

    public AccountChange {
        entries = List.copyOf(entries);
    }

    public UUID loanId() {
        return after.terms().loanId();
    }
}
