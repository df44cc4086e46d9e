package com.byajbook.api.intake.usecase;

import java.util.Map;
import reactor.core.publisher.Mono;

/** How much is accepted and not yet with the broker. */
public interface MeasureBacklog {

    /** The accepted messages that are not published, by the name of their type, together no more than the limit. */
    Mono<Map<String, Long>> countUpTo(long limit);
}
