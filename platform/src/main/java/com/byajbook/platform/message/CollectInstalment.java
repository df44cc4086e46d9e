package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to collect an instalment that is due; payment-flow owes it a terminal state, as for any repayment, and answers
 * with {@link PaymentChanged}.
 *
 * @param paymentId of this attempt alone: it follows from loan, number and attempt
 * @param attempt from 1
 * @param mandateId by which it is debited; null for a request that the payer approves in the UPI app
 */
public record CollectInstalment(
        UUID messageId,
        Instant occurredAt,
        UUID paymentId,
        UUID loanId,
        UUID payerId,
        int number,
        int attempt,
        long amountPaise,
        @Nullable UUID mandateId)
        implements Message {

    public CollectInstalment {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("paymentId", paymentId);
        Checks.present("loanId", loanId);
        Checks.present("payerId", payerId);
        Checks.positive("number", number);
        Checks.positive("attempt", attempt);
        Checks.positive("amountPaise", amountPaise);
    }

    @Override
    public UUID businessKey() {
        return paymentId;
    }
}
