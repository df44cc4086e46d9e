package com.byajbook.api.intake.usecase;

import reactor.core.publisher.Mono;

/** How much is accepted and not yet with the broker. */
public interface MeasureBacklog {

    /** The number of accepted messages that are not published, counted no further than the limit. */
    Mono<Long> countUpTo(long limit);
}
