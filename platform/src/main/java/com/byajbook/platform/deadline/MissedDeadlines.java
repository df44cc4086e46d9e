package com.byajbook.platform.deadline;

import com.byajbook.platform.problem.Failure;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Drops work for which nobody waits any more, at the last moment before it would cost something, and counts it. */
public final class MissedDeadlines {

    private final Clock clock;
    private final MeterRegistry meters;

    public MissedDeadlines(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
    }

    /** What is left for the work at hand, at most the bound; zero when its deadline is over. */
    public Duration left(ContextView context, Duration bound) {
        return Deadline.of(context).remaining(clock.instant(), bound);
    }

    /** The deadline of work at hand that may take at most so long. */
    public Deadline within(ContextView context, Duration bound) {
        return new Deadline(clock.instant().plus(left(context, bound)));
    }

    /** Whether the deadline of the work at hand is over. */
    public boolean isLate(ContextView context) {
        return Deadline.of(context).isPast(clock.instant());
    }

    /**
     * The end of work that is not begun.
     *
     * @param where the place that dropped it, as {@code pool.main}; few and fixed, it is a label of the metric
     * @param what whose end it is, as the caller reads it
     */
    public <T> Mono<T> drop(String where, String what) {
        return Mono.error(() -> {
            count(where);
            return Failure.deadlinePassed(what);
        });
    }

    /** One more that was dropped there. */
    public void count(String where) {
        meters.counter("byajbook.deadline.dropped", "where", where).increment();
    }
}
