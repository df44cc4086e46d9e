package com.byajbook.paymentflow.payments.usecase;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the provider told us unasked, each event once and for ever. */
public interface ProviderEvents {

    /** Stores events as waiting; emits those whose event id was never seen. */
    Flux<ProviderEvent> recordNew(List<ProviderEvent> events, Instant receivedAt);

    /** Notes what became of waiting events. */
    Mono<Void> conclude(List<Conclusion> conclusions);

    /** At most {@code limit} waiting events whose payment exists by now, held until the transaction ends. */
    Flux<ProviderEvent> lockReady(int limit);
}
