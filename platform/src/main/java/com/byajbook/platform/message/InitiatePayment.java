package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;

/** A borrower's accepted wish to pay; payment-flow owes it a terminal state. */
public record InitiatePayment(
        UUID messageId, Instant occurredAt, UUID paymentId, UUID loanId, UUID payerId, long amountPaise, String method)
        implements Message {

    public InitiatePayment {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("paymentId", paymentId);
        Checks.present("loanId", loanId);
        Checks.present("payerId", payerId);
        Checks.positive("amountPaise", amountPaise);
        Checks.text("method", method);
    }

    @Override
    public UUID businessKey() {
        return paymentId;
    }
}
