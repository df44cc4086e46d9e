package com.byajbook.platform.control;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The audit of changes. */
interface ChangeLog {

    /** The latest changes, newest first, of one limit or of all. */
    Flux<ChangeView> latest(@Nullable String limit, int count);

    /** Forgets what is older than the retention, at most so many rows, and says how many it were. */
    Mono<Long> forget(Duration retention, int atMost);
}
