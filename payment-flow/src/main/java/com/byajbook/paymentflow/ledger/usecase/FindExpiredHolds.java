package com.byajbook.paymentflow.ledger.usecase;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Looks for holds that nobody resolved in time. */
@FunctionalInterface
public interface FindExpiredHolds {

    /** At most {@code limit} open holds whose time is over, the longest over first. */
    Flux<UUID> find(Instant now, int limit);
}
