package com.byajbook.paymentflow.settlement.usecase;

import reactor.core.publisher.Mono;

/** A bounded part of a run's present step, in one transaction with the note how far it is. */
@FunctionalInterface
public interface Step {

    /** @return the run as it is then */
    Mono<Run> take(Run run);
}
