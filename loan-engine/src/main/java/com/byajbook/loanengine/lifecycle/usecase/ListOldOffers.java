package com.byajbook.loanengine.lifecycle.usecase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Finds offers that nobody took. */
@FunctionalInterface
public interface ListOldOffers {

    /** Up to {@code limit} loans in OFFERED that were decided before that moment, oldest first. */
    Mono<List<UUID>> listOld(Instant before, int limit);
}
