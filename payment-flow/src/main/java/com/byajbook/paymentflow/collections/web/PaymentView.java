package com.byajbook.paymentflow.collections.web;

import com.byajbook.paymentflow.collections.domain.Payment;
import com.byajbook.paymentflow.collections.domain.Standing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment in JSON. */
record PaymentView(
        UUID id,
        UUID loanId,
        Standing status,
        int version,
        long amountPaise,
        @Nullable String utr,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt) {

    static PaymentView of(Payment payment) {
        return new PaymentView(
                payment.id(),
                payment.order().loanId(),
                payment.state().standing(),
                payment.version(),
                payment.order().amountPaise(),
                payment.utr(),
                payment.reason(),
                payment.order().createdAt(),
                payment.updatedAt());
    }
}
