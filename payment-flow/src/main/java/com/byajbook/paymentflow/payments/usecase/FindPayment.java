package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Payment;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** A user's own payment; empty when it is unknown or somebody else's. */
@FunctionalInterface
public interface FindPayment {

    Mono<Payment> find(UUID userId, UUID paymentId);
}
