package com.byajbook.paymentflow.collections.worker;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does rounds of one kind of work: on each wake-up, and at least at each interval, until a round comes back less than full.
 *
 * @param round does a bounded amount and says how much it was
 * @param full the amount from which on there may be more
 */
record WorkLoop(String name, Flux<Boolean> wakeUps, Duration every, int full, Mono<Integer> round) {

    private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);

    /** A loop that only the interval starts. */
    static WorkLoop periodic(String name, Duration every, int full, Mono<Integer> round) {
        return new WorkLoop(name, Flux.never(), every, full, round);
    }

    /** Runs until the stop signal; a round that is under way then is finished. */
    Mono<Void> run(Mono<Void> stop, AtomicBoolean stopping) {
        Flux<Boolean> beats = Flux.interval(Duration.ZERO, every).map(beat -> Boolean.TRUE);
        return Flux.merge(wakeUps, beats)
                // One beat is kept while a round runs, so none is lost and none piles up.
                .onBackpressureLatest()
                .takeUntilOther(stop)
                .concatMap(beat -> rounds(stopping), 0)
                .then();
    }

    private Mono<Void> rounds(AtomicBoolean stopping) {
        return round.expand(done -> done < full || stopping.get() ? Mono.empty() : round)
                .then()
                .onErrorResume(Exception.class, this::leaveToNextBeat);
    }

    private Mono<Void> leaveToNextBeat(Exception error) {
        LOG.warn("A round of {} failed; the next comes within {}", name, every, error);
        return Mono.empty();
    }
}
