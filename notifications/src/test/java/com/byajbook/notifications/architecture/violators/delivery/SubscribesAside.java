package com.byajbook.notifications.architecture.violators.delivery;

import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Work that nobody owns. */
public final class SubscribesAside {
    public Disposable run(Mono<String> work) {
        return work.subscribe();
    }
}
