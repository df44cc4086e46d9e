package com.byajbook.platform.overload.retry;

import java.time.Duration;

/**
 * The pause before a retry: doubles each time and is spread over half to one and a half of itself, so that those who failed
 * together do not come back together.
 *
 * @param first the mean pause before the first retry
 * @param longest no mean is longer
 */
public record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    /**
     * The pause before one retry.
     *
     * @param retriesBefore how many there were already
     * @param random evenly from 0 to 1
     */
    public Duration pause(long retriesBefore, double random) {
        long doubled = first.toNanos() << Math.min(MOST_DOUBLINGS, retriesBefore);
        long mean = Math.min(longest.toNanos(), doubled);
        return Duration.ofNanos(Math.round(mean * (0.5 + random)));
    }
}
