package com.byajbook.notifications.architecture.violators.delivery;

import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** A thread that stands still. */
public final class WaitsForAnAnswer {
    public Optional<String> get(Mono<String> answer) {
        return answer.blockOptional(Duration.ofSeconds(1));
    }
}
