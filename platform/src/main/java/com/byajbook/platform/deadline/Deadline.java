package com.byajbook.platform.deadline;

import java.time.Duration;
import java.time.Instant;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The moment after which nobody waits for a request any more. Travels in the Reactor context. */
public record Deadline(Instant at) {

    /** Nobody said how long it may take. */
    public static final Deadline NONE = new Deadline(Instant.MAX);

    /** The deadline of the work at hand. */
    public static Deadline of(ContextView context) {
        return context.<Deadline>getOrEmpty(Deadline.class).orElse(NONE);
    }

    /** The context with this deadline in it. */
    public Context into(Context context) {
        return context.put(Deadline.class, this);
    }

    /** Whether it is over. */
    public boolean isPast(Instant now) {
        return !now.isBefore(at);
    }

    /** What is left, at most the bound. */
    public Duration remaining(Instant now, Duration bound) {
        if (at.isAfter(now.plus(bound))) {
            return bound;
        }
        return isPast(now) ? Duration.ZERO : Duration.between(now, at);
    }
}
