package com.byajbook.loadtests.bench.openloop;

import java.time.Duration;

/**
 * What people do when they get no good answer.
 *
 * @param timeout how long they wait for an answer
 * @param retries how often they try again
 * @param style when they try again
 */
public record Patience(Duration timeout, int retries, Style style) {

    /** When somebody comes again. */
    public enum Style {
        /** At once, as many apps do. */
        NAIVE,
        /** When the answer said. */
        OBEDIENT,
        /** After a second, whatever the answer said. */
        FIXED_SECOND
    }

    /** They try once. */
    public static Patience once(Duration timeout) {
        return new Patience(timeout, 0, Style.NAIVE);
    }

    long pauseNanos(long retryAfterMillis) {
        return switch (style) {
            case NAIVE -> 0;
            case OBEDIENT -> Math.max(1, retryAfterMillis) * 1_000_000L;
            case FIXED_SECOND -> 1_000_000_000L;
        };
    }
}
