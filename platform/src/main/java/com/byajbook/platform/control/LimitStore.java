package com.byajbook.platform.control;

import reactor.core.publisher.Mono;

/** The one place where changes of limits are kept. */
interface LimitStore {

    /** All of it. */
    Mono<StoredState> read();

    /**
     * Stores a change with its audit entry and tells the replicas, all of it or nothing.
     *
     * @return the version of the whole after it; empty when another change came first and nothing was stored
     */
    Mono<Long> write(LimitWrite write);
}
