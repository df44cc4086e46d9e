package com.byajbook.paymentflow.collections.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What the payer asked for; it never changes.
 *
 * @param paymentId also the key under which the provider knows it, so that a repeated submission is the same collection
 * @param amountPaise more than zero
 * @param createdAt when the payer's wish was accepted
 */
public record CollectionOrder(
        UUID paymentId, UUID loanId, UUID payerId, long amountPaise, String method, Instant createdAt) {

    public CollectionOrder {
        Objects.requireNonNull(paymentId);
        Objects.requireNonNull(loanId);
        Objects.requireNonNull(payerId);
        Objects.requireNonNull(method);
        Objects.requireNonNull(createdAt);
        if (amountPaise <= 0) {
            throw new IllegalArgumentException("a collection of " + amountPaise + " paise");
        }
    }
}
