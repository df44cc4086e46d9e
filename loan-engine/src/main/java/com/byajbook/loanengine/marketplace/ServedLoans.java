package com.byajbook.loanengine.marketplace;

import com.byajbook.loanengine.marketplace.usecase.StartServicing;
import com.byajbook.loanengine.marketplace.usecase.StopServicing;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts;
import com.byajbook.loanengine.servicing.usecase.ReverseAccounts;
import com.byajbook.platform.message.LoanChanged;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Opens the account of a loan that was paid out, and ends it when that is undone. */
final class ServedLoans implements StartServicing, StopServicing {

    private final OpenAccounts accounts;
    private final ReverseAccounts reversing;

    ServedLoans(OpenAccounts accounts, ReverseAccounts reversing) {
        this.accounts = accounts;
        this.reversing = reversing;
    }

    @Override
    public Mono<Void> stop(Collection<UUID> loans) {
        return reversing.reverse(loans);
    }

    @Override
    public Mono<LoanChanged.Standing> start(PaidOutLoan loan) {
        return accounts.open(List.of(account(loan)))
                .flatMapIterable(opened -> opened)
                .map(OpenAccounts.Opened::standing)
                .singleOrEmpty();
    }

    private static OpenAccounts.PaidOut account(PaidOutLoan loan) {
        return new OpenAccounts.PaidOut(
                loan.loanId(),
                loan.borrowerId(),
                loan.principalPaise(),
                loan.annualRatePercent(),
                loan.tenureMonths(),
                loan.disbursedOn(),
                loan.shares().stream()
                        .map(share -> new OpenAccounts.Share(share.lenderId(), share.principalPaise()))
                        .toList());
    }
}
