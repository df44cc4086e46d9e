package com.byajbook.paymentflow.ledger.usecase;

import reactor.core.publisher.Mono;

/** One transaction around work that nothing else caused. */
@FunctionalInterface
public interface InTransaction {

    /** The work, committed when it completes. */
    <T> Mono<T> of(Mono<T> work);
}
