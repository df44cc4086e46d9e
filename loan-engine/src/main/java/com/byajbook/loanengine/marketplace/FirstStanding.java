package com.byajbook.loanengine.marketplace;

import com.byajbook.loanengine.marketplace.usecase.StartServicing;
import com.byajbook.loanengine.pricing.usecase.ListInstalments;
import com.byajbook.loanengine.pricing.usecase.ScheduledInstalment;
import com.byajbook.platform.message.LoanChanged;
import reactor.core.publisher.Mono;

/** How a loan stands on the day on which it was paid out: all of it is owed, and nothing is due yet. */
final class FirstStanding implements StartServicing {

    private static final String REGULAR = "REGULAR";

    private final ListInstalments instalments;

    FirstStanding(ListInstalments instalments) {
        this.instalments = instalments;
    }

    @Override
    public Mono<LoanChanged.Standing> start(PaidOutLoan loan) {
        return Mono.fromSupplier(() -> standing(loan));
    }

    private LoanChanged.Standing standing(PaidOutLoan loan) {
        ScheduledInstalment first = instalments
                .list(loan.principalPaise(), loan.annualRatePercent(), loan.tenureMonths(), loan.disbursedOn())
                .get(0);
        return new LoanChanged.Standing(
                loan.disbursedOn(), loan.principalPaise(), 0, first.dueDate(), first.emiPaise(), REGULAR);
    }
}
