package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;

/**
 * Asks the payer, at the UPI provider, to let us collect; payment-flow answers with {@link MandateChanged}.
 *
 * @param maxAmountPaise the most that one debit may be
 */
public record RegisterMandate(
        UUID messageId, Instant occurredAt, UUID mandateId, UUID loanId, UUID payerId, long maxAmountPaise)
        implements Message {

    public RegisterMandate {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("mandateId", mandateId);
        Checks.present("loanId", loanId);
        Checks.present("payerId", payerId);
        Checks.positive("maxAmountPaise", maxAmountPaise);
    }

    @Override
    public UUID businessKey() {
        return mandateId;
    }
}
