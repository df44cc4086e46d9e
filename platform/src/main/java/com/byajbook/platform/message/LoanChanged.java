package com.byajbook.platform.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan reached another state, or what is owed on it changed. It carries the whole loan as its borrower may see it.
 *
 * @param loanVersion grows with every change of the loan; a reader ignores what is older than what it has
 * @param terms what the borrower agreed to
 * @param committedPaise what lenders have promised so far
 * @param standing what is owed; null before the loan was paid out
 * @param reason why it ended without being paid out, a stable code; null for any other state
 */
public record LoanChanged(
        UUID messageId,
        Instant occurredAt,
        UUID loanId,
        UUID borrowerId,
        int loanVersion,
        Status status,
        long amountPaise,
        int tenureMonths,
        String purpose,
        Instant receivedAt,
        Instant decidedAt,
        LoanDecided.Terms terms,
        long committedPaise,
        @Nullable Standing standing,
        @Nullable String reason)
        implements Message {

    public LoanChanged {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("loanId", loanId);
        Checks.present("borrowerId", borrowerId);
        Checks.positive("loanVersion", loanVersion);
        Checks.present("status", status);
        Checks.positive("amountPaise", amountPaise);
        Checks.positive("tenureMonths", tenureMonths);
        Checks.text("purpose", purpose);
        Checks.present("receivedAt", receivedAt);
        Checks.present("decidedAt", decidedAt);
        Checks.present("terms", terms);
        Checks.notNegative("committedPaise", committedPaise);
    }

    @Override
    public UUID businessKey() {
        return loanId;
    }

    /** After the decision. */
    public enum Status {
        OFFERED,
        LISTED,
        FUNDED,
        DISBURSING,
        ACTIVE,
        CLOSED,
        WRITTEN_OFF,
        EXPIRED,
        CANCELLED
    }

    /**
     * How a loan that was paid out stands.
     *
     * @param disbursedOn the day from which interest runs
     * @param overduePaise what is due and unpaid
     * @param nextDueOn null when nothing is owed any more
     * @param arrears REGULAR, SMA_0, SMA_1, SMA_2 or NPA
     */
    public record Standing(
            LocalDate disbursedOn,
            long outstandingPrincipalPaise,
            long overduePaise,
            @Nullable LocalDate nextDueOn,
            long nextDuePaise,
            String arrears) {

        public Standing {
            Checks.present("disbursedOn", disbursedOn);
            Checks.notNegative("outstandingPrincipalPaise", outstandingPrincipalPaise);
            Checks.notNegative("overduePaise", overduePaise);
            Checks.notNegative("nextDuePaise", nextDuePaise);
            Checks.text("arrears", arrears);
        }
    }
}
