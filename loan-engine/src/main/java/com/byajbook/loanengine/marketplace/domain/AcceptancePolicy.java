package com.byajbook.loanengine.marketplace.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** Whether a borrower's yes counts: to exactly the statement that was shown, and in its time. */
public final class AcceptancePolicy {

    private final int validDays;
    private final ZoneId zone;

    /**
     * Statements of this product.
     *
     * @param validDays days after the one of the offer; the last is included
     */
    public AcceptancePolicy(int validDays, ZoneId zone) {
        this.validDays = validDays;
        this.zone = zone;
    }

    /** What becomes of this yes, said at that moment. */
    public AcceptanceOutcome judge(Offer offer, UUID borrowerId, String hash, Instant at) {
        if (!offer.borrowerId().equals(borrowerId)) {
            return AcceptanceOutcome.UNKNOWN_LOAN;
        }
        if (!FundingSaga.LIST.loanFrom().contains(offer.stage())) {
            return AcceptanceOutcome.NOT_OFFERED;
        }
        if (!offer.statementHash().equals(hash)) {
            return AcceptanceOutcome.OTHER_STATEMENT;
        }
        return offer.decidedAt().isBefore(oldest(at))
                ? AcceptanceOutcome.STATEMENT_EXPIRED
                : AcceptanceOutcome.ACCEPTED;
    }

    /** What was decided before this moment has no valid statement at that one. */
    public Instant oldest(Instant at) {
        return LocalDate.ofInstant(at, zone)
                .minusDays(validDays)
                .atStartOfDay(zone)
                .toInstant();
    }

    /** What there is to say yes to. */
    public record Offer(UUID borrowerId, LoanStage stage, String statementHash, Instant decidedAt) {}
}
