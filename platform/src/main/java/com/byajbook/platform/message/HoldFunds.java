package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;

/**
 * Holds money in a lender's wallet for a loan; payment-flow answers with {@link FundsHeld}.
 *
 * @param holdId the commitment's id
 * @param expiresAt from then on the hold is over, whatever else happened
 */
public record HoldFunds(
        UUID messageId,
        Instant occurredAt,
        UUID holdId,
        UUID loanId,
        UUID lenderId,
        long amountPaise,
        Instant expiresAt)
        implements Message {

    public HoldFunds {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("holdId", holdId);
        Checks.present("loanId", loanId);
        Checks.present("lenderId", lenderId);
        Checks.present("expiresAt", expiresAt);
        Checks.positive("amountPaise", amountPaise);
    }

    @Override
    public UUID businessKey() {
        return holdId;
    }
}
