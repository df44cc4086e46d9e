package com.byajbook.paymentflow.collections.usecase;

import com.byajbook.paymentflow.collections.domain.Payment;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** A payer's own payment; empty when it is unknown or somebody else's. */
@FunctionalInterface
public interface FindPayment {

    Mono<Payment> find(UUID payerId, UUID paymentId);
}
