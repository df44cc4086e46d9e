package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.Amounts;
import com.byajbook.loanengine.servicing.domain.EntryKind;
import com.byajbook.loanengine.servicing.usecase.LowerExposures.PrincipalRepaid;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Ends the service of loans whose disbursal came back. The lenders get their money from where it came back to. */
public final class ReverseAccounts {

    private final HoldAccounts accounts;
    private final LowerExposures exposures;
    private final Clock clock;

    public ReverseAccounts(HoldAccounts accounts, LowerExposures exposures, Clock clock) {
        this.accounts = accounts;
        this.exposures = exposures;
        this.clock = clock;
    }

    /**
     * Ends those of these loans that are in service, within the caller's transaction. Whoever asks holds no loan yet: a
     * repayment locks the account first and then the loan. What was repaid counts under the caps again, so that whoever asks
     * can give back the whole of what was lent.
     */
    public Mono<Void> reverse(Collection<UUID> loanIds) {
        return accounts.lock(loanIds)
                .map(held -> held.values().stream().filter(Account::isActive).toList())
                .flatMap(this::end);
    }

    private Mono<Void> end(List<Account> ending) {
        return accounts.save(ending.stream().map(this::reversed).toList())
                .then(Mono.defer(() -> exposures.lower(repaidBefore(ending))));
    }

    private static List<PrincipalRepaid> repaidBefore(List<Account> ending) {
        return ending.stream()
                .flatMap(account -> account.lenders().stream()
                        .filter(share -> share.principalPaidPaise() != 0)
                        .map(share -> new PrincipalRepaid(
                                account.terms().borrowerId(), share.lenderId(), -share.principalPaidPaise())))
                .toList();
    }

    private AccountChange reversed(Account account) {
        Account after = account.reverse();
        Amounts given = new Amounts(0, 0, 0, account.totals().outstandingPaise());
        Entry entry = new Entry(after.version(), clock.instant(), EntryKind.REVERSAL, given, 0, null);
        return new AccountChange(account, after, List.of(entry));
    }
}
