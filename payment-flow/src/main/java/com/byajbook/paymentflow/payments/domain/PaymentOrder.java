package com.byajbook.paymentflow.payments.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for; it never changes.
 *
 * @param paymentId also the key under which a provider knows it, so that a repeated submission is the same payment
 * @param loanId null for what belongs to no loan
 * @param userId who pays or is paid
 * @param amountPaise more than zero
 * @param createdAt when the wish was accepted
 * @param mandateId by which a payer is debited; null for everything that a payer approves, and for all that we pay
 */
public record PaymentOrder(
        UUID paymentId,
        PaymentPurpose purpose,
        @Nullable UUID loanId,
        UUID userId,
        long amountPaise,
        String method,
        Instant createdAt,
        @Nullable UUID mandateId) {

    /** An order without a mandate. */
    public PaymentOrder(
            UUID paymentId,
            PaymentPurpose purpose,
            @Nullable UUID loanId,
            UUID userId,
            long amountPaise,
            String method,
            Instant createdAt) {
        this(paymentId, purpose, loanId, userId, amountPaise, method, createdAt, null);
    }

    public PaymentOrder {
        Objects.requireNonNull(paymentId);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(userId);
        Objects.requireNonNull(method);
        Objects.requireNonNull(createdAt);
        if (amountPaise <= 0) {
            throw new IllegalArgumentException("a payment of " + amountPaise + " paise");
        }
        if (loanId == null && (purpose == PaymentPurpose.REPAYMENT || purpose == PaymentPurpose.DISBURSAL)) {
            throw new IllegalArgumentException("a " + purpose + " of no loan");
        }
        if (mandateId != null && purpose != PaymentPurpose.REPAYMENT) {
            throw new IllegalArgumentException("a " + purpose + " by a mandate");
        }
    }
}
