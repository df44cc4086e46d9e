package com.byajbook.paymentflow.payments.web;

import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentPurpose;
import com.byajbook.paymentflow.payments.domain.Standing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money that is no repayment, in JSON. */
record TransferView(
        UUID id,
        PaymentPurpose purpose,
        Standing status,
        int version,
        long amountPaise,
        @Nullable String utr,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt) {

    static TransferView of(Payment payment) {
        return new TransferView(
                payment.id(),
                payment.order().purpose(),
                payment.state().standing(),
                payment.version(),
                payment.order().amountPaise(),
                payment.utr(),
                payment.reason(),
                payment.order().createdAt(),
                payment.updatedAt());
    }
}
