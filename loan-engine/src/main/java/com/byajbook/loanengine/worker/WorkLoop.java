package com.byajbook.loanengine.worker;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does rounds of one kind of work: at each interval, until a round comes back less than full.
 *
 * @param longest how long a round may take; it bounds itself to less, so one that takes longer is broken and would
 *     otherwise hold the loop for ever
 * @param full the amount from which on there may be more
 * @param round does a bounded amount and says how much it was
 */
public record WorkLoop(String name, Duration every, Duration longest, int full, Mono<Integer> round) {

    private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);

    /** Runs until the stop signal; a round that is under way then is finished. */
    Mono<Void> run(Mono<Void> stop, AtomicBoolean stopping) {
        return Flux.interval(Duration.ZERO, every)
                // One beat is kept while a round runs, so none is lost and none piles up.
                .onBackpressureLatest()
                .takeUntilOther(stop)
                .concatMap(beat -> rounds(stopping), 0)
                .then();
    }

    private Mono<Void> rounds(AtomicBoolean stopping) {
        Mono<Integer> bounded = round.timeout(longest);
        return bounded.expand(done -> done < full || stopping.get() ? Mono.empty() : bounded)
                .then()
                // Errors too: one broken round must not end all loops of the service.
                .onErrorResume(Throwable.class, this::leaveToNextBeat);
    }

    private Mono<Void> leaveToNextBeat(Throwable error) {
        LOG.warn("A round of {} failed; the next comes within {}", name, every, error);
        return Mono.empty();
    }
}
