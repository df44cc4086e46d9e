package com.byajbook.paymentflow.architecture.violators.payments.web;

import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Starts work that nobody can stop. */
record ControllerThatSubscribes(Mono<String> work) {

    Disposable start() {
        return work.subscribe();
    }
}
