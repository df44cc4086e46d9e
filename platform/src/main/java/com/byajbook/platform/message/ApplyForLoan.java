package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A borrower's accepted application; the loan engine owes it a decision.
 *
 * @param occurredAt when the application was accepted
 * @param kycVerified whether the borrower's identity was verified at that moment
 * @param amountPaise the principal asked for
 * @param tenureMonths the number of monthly instalments
 */
public record ApplyForLoan(
        UUID messageId,
        Instant occurredAt,
        UUID loanId,
        UUID borrowerId,
        boolean kycVerified,
        long amountPaise,
        int tenureMonths,
        String purpose)
        implements Message {

    public ApplyForLoan {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("loanId", loanId);
        Checks.present("borrowerId", borrowerId);
        Checks.positive("amountPaise", amountPaise);
        Checks.positive("tenureMonths", tenureMonths);
        Checks.text("purpose", purpose);
    }

    @Override
    public UUID businessKey() {
        return loanId;
    }
}
