package com.byajbook.api.intake.usecase;

import java.time.Duration;

/**
 * How long a newly queued command will wait, from how long batches took lately.
 *
 * <p>Guarded by its owner's lock.
 */
final class DrainRate {

    private static final double WEIGHT = 0.2;
    private static final Duration FIRST_GUESS = Duration.ofMillis(10);

    private final int maxBatch;
    private final int maxInFlight;
    private double batchNanos = FIRST_GUESS.toNanos();

    DrainRate(int maxBatch, int maxInFlight) {
        this.maxBatch = maxBatch;
        this.maxInFlight = maxInFlight;
    }

    /** Takes note of a batch that took this long. */
    void observe(long nanos) {
        batchNanos += WEIGHT * (nanos - batchNanos);
    }

    /** The time until everything that is ahead now is done: whole batches, side by side. */
    Duration estimate(int commandsAhead) {
        double batchesAhead = Math.ceil((double) commandsAhead / maxBatch);
        return Duration.ofNanos(Math.round(Math.ceil(batchesAhead / maxInFlight) * batchNanos));
    }
}
