package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.Amounts;
import com.byajbook.loanengine.servicing.domain.EntryKind;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Ends the service of loans whose disbursal came back. The lenders get their money from where it came back to. */
public final class ReverseAccounts {

    private final HoldAccounts accounts;
    private final Clock clock;

    public ReverseAccounts(HoldAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Ends those of these loans that are in service, within the caller's transaction. Whoever asks holds no loan yet: a
     * repayment locks the account first and then the loan.
     */
    public Mono<Void> reverse(Collection<UUID> loanIds) {
        return accounts.lock(loanIds)
                .map(held -> held.values().stream()
                        .filter(Account::isActive)
                        .map(this::reversed)
                        .toList())
                .flatMap(accounts::save);
    }

    private AccountChange reversed(Account account) {
        Account after = account.reverse();
        Amounts given = new Amounts(0, 0, 0, account.totals().outstandingPaise());
        Entry entry = new Entry(after.version(), clock.instant(), EntryKind.REVERSAL, given, 0, null);
        return new AccountChange(account, after, List.of(entry));
    }
}
