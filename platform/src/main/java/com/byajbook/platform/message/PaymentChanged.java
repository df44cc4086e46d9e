package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment reached a state that its payer may see.
 *
 * @param paymentVersion grows with every change of the payment; a reader ignores what is older than what it has
 * @param utr the bank's unique transaction reference, once the money moved
 * @param reason why it failed, is unknown or came back
 * @param split what it paid, once the loan engine has allocated it
 */
public record PaymentChanged(
        UUID messageId,
        Instant occurredAt,
        UUID paymentId,
        UUID loanId,
        UUID payerId,
        int paymentVersion,
        Status status,
        long amountPaise,
        @Nullable String utr,
        @Nullable String reason,
        @Nullable RepaymentSplit split)
        implements Message {

    public PaymentChanged {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("paymentId", paymentId);
        Checks.present("loanId", loanId);
        Checks.present("payerId", payerId);
        Checks.positive("paymentVersion", paymentVersion);
        Checks.present("status", status);
        Checks.positive("amountPaise", amountPaise);
    }

    @Override
    public UUID businessKey() {
        return paymentId;
    }

    /** What a payer sees. */
    public enum Status {
        PENDING,
        SUCCEEDED,
        FAILED,
        UNKNOWN,
        /** It had succeeded, and the bank took it back. */
        REVERSED
    }
}
