package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Payment;
import reactor.core.publisher.Mono;

/** The UPI providers, each payment at the one that it names. Every way in which a call may end is an answer. */
public interface UpiProvider {

    /** Asks for it to be collected or paid out, under a key that is the same for every repetition. */
    Mono<ProviderAnswer> submit(Payment payment);

    /** Asks what became of it. */
    Mono<ProviderAnswer> inquire(Payment payment);
}
