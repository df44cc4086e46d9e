package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.Amounts;
import com.byajbook.loanengine.servicing.domain.InterestRule;
import com.byajbook.loanengine.servicing.domain.Payoff;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What closes a loan today. */
public final class QuoteForeclosure {

    private final FindAccount accounts;
    private final InterestRule interest;
    private final Clock clock;
    private final ZoneId zone;

    public QuoteForeclosure(FindAccount accounts, InterestRule interest, Clock clock, ZoneId zone) {
        this.accounts = accounts;
        this.interest = interest;
        this.clock = clock;
        this.zone = zone;
    }

    /** Empty when the borrower has no such loan; fails when the loan has ended. */
    public Mono<ForeclosureQuote> quote(UUID borrowerId, UUID loanId) {
        return accounts.find(borrowerId, loanId).flatMap(this::quote);
    }

    private Mono<ForeclosureQuote> quote(Account account) {
        if (!account.isActive()) {
            return Mono.error(() -> Failure.refused(ProblemType.LOAN_NOT_PAYABLE, "The loan has ended."));
        }
        return Mono.fromSupplier(() -> quote(
                account.terms().loanId(), Payoff.of(account, LocalDate.ofInstant(clock.instant(), zone), interest)));
    }

    private static ForeclosureQuote quote(UUID loanId, Payoff payoff) {
        Amounts parts = payoff.parts();
        return new ForeclosureQuote(
                loanId,
                payoff.day(),
                payoff.coolingOff(),
                parts.principalPaise(),
                parts.interestPaise(),
                parts.penaltyPaise(),
                parts.feePaise(),
                parts.totalPaise());
    }

    /**
     * What has to be paid on that day, and not later, to close the loan.
     *
     * @param coolingOff whether this is the way out of the cooling-off days
     */
    public record ForeclosureQuote(
            UUID loanId,
            LocalDate validOn,
            boolean coolingOff,
            long principalPaise,
            long interestPaise,
            long penaltyPaise,
            long feePaise,
            long totalPaise) {}
}
