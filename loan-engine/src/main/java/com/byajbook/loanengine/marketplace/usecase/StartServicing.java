package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.platform.message.LoanChanged;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Begins to serve a loan that was paid out. Inside the transaction that makes it ACTIVE; it calls nothing remote. */
@FunctionalInterface
public interface StartServicing {

    /** How the loan stands on its first day. */
    Mono<LoanChanged.Standing> start(PaidOutLoan loan);

    /**
     * A loan that was paid out.
     *
     * @param disbursedOn the day from which interest runs
     * @param shares of its lenders, in the order in which they promised; their sum is the principal
     */
    record PaidOutLoan(
            UUID loanId,
            UUID borrowerId,
            long principalPaise,
            BigDecimal annualRatePercent,
            int tenureMonths,
            LocalDate disbursedOn,
            List<LenderShare> shares) {}

    /** What one commitment gave. */
    record LenderShare(UUID commitmentId, UUID lenderId, long principalPaise) {}
}
