package com.byajbook.api.intake.usecase;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Deletes commands whose keys need not be remembered any longer. */
public interface ForgetOldKeys {

    /** Deletes at most so many of those accepted before; returns how many. */
    Mono<Long> forget(Instant acceptedBefore, int maxRows);
}
