package com.byajbook.platform.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The loan engine decided an application.
 *
 * @param loanVersion grows with every change of the loan; a reader ignores what is older than what it has
 * @param reasons stable codes, every one that applied; empty for an offer
 * @param receivedAt when the application was accepted
 * @param terms what was offered; present exactly for OFFERED
 */
public record LoanDecided(
        UUID messageId,
        Instant occurredAt,
        UUID loanId,
        UUID borrowerId,
        int loanVersion,
        Outcome outcome,
        List<String> reasons,
        long amountPaise,
        int tenureMonths,
        String purpose,
        Instant receivedAt,
        @Nullable Terms terms)
        implements Message {

    public LoanDecided {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("loanId", loanId);
        Checks.present("borrowerId", borrowerId);
        Checks.positive("loanVersion", loanVersion);
        Checks.present("outcome", outcome);
        reasons = List.copyOf(reasons);
        Checks.positive("amountPaise", amountPaise);
        Checks.positive("tenureMonths", tenureMonths);
        Checks.text("purpose", purpose);
        Checks.present("receivedAt", receivedAt);
        if ((outcome == Outcome.OFFERED) != (terms != null)) {
            throw new IllegalArgumentException(
                    "terms belong to an offer and to nothing else, but the outcome is " + outcome);
        }
        if ((outcome == Outcome.OFFERED) != reasons.isEmpty()) {
            throw new IllegalArgumentException(
                    "an outcome other than an offer gives its reasons, but " + outcome + " has " + reasons);
        }
    }

    @Override
    public UUID businessKey() {
        return loanId;
    }

    /** How an application ended. */
    public enum Outcome {
        OFFERED,
        DECLINED,
        REFERRED
    }

    /**
     * The terms in short; the key fact statement has them in full.
     *
     * @param annualRatePct the nominal rate in per cent a year, as a decimal
     * @param aprPct the annual percentage rate, fees included, as a decimal
     * @param kfsHash SHA-256 of exactly the key fact statement that was shown, in hex
     */
    public record Terms(String annualRatePct, String aprPct, long emiPaise, long totalPayablePaise, String kfsHash) {

        public Terms {
            Checks.text("annualRatePct", annualRatePct);
            Checks.text("aprPct", aprPct);
            Checks.positive("emiPaise", emiPaise);
            Checks.positive("totalPayablePaise", totalPayablePaise);
            Checks.text("kfsHash", kfsHash);
        }
    }
}
