package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A lender's accepted wish to put money into a loan; the loan engine owes it HELD or REFUSED.
 *
 * @param kycVerified whether the lender's identity was verified at that moment
 */
public record CommitFunds(
        UUID messageId,
        Instant occurredAt,
        UUID commitmentId,
        UUID loanId,
        UUID lenderId,
        boolean kycVerified,
        long amountPaise)
        implements Message {

    public CommitFunds {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("commitmentId", commitmentId);
        Checks.present("loanId", loanId);
        Checks.present("lenderId", lenderId);
        Checks.positive("amountPaise", amountPaise);
    }

    @Override
    public UUID businessKey() {
        return commitmentId;
    }
}
