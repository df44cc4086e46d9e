package com.byajbook.loanengine.marketplace;

import com.byajbook.loanengine.marketplace.usecase.StartServicing;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts;
import com.byajbook.platform.message.LoanChanged;
import java.util.List;
import reactor.core.publisher.Mono;

/** Opens the account of a loan that was paid out. */
final class ServedLoans implements StartServicing {

    private final OpenAccounts accounts;

    ServedLoans(OpenAccounts accounts) {
        this.accounts = accounts;
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
