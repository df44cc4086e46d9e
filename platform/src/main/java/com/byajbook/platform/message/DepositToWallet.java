package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A lender's accepted wish to pay money in; payment-flow owes it a terminal state.
 */
public record DepositToWallet(UUID messageId, Instant occurredAt, UUID depositId, UUID lenderId, long amountPaise)
        implements Message {

    public DepositToWallet {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("depositId", depositId);
        Checks.present("lenderId", lenderId);
        Checks.positive("amountPaise", amountPaise);
    }

    @Override
    public UUID businessKey() {
        return depositId;
    }
}
