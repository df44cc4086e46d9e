package com.byajbook.paymentflow.payments.web;

import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.Split;
import com.byajbook.paymentflow.payments.domain.Standing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment in JSON. */
record PaymentView(
        UUID id,
        @Nullable UUID loanId,
        Standing status,
        int version,
        long amountPaise,
        @Nullable String utr,
        @Nullable String reason,
        @Nullable Split split,
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
                payment.split(),
                payment.order().createdAt(),
                payment.updatedAt());
    }
}
