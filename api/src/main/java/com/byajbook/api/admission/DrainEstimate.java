package com.byajbook.api.admission;

import java.time.Duration;

/**
 * How long what is accepted now will take until its owner has worked on it: what is ahead of it, divided by the rate at which
 * the owner takes work off while there is some.
 *
 * <p>How fast an idle owner could be cannot be seen, so the rate is learnt from seconds that began and ended with work
 * waiting, and an idle second can only raise it. What was heard long ago says nothing: then nobody waits, as far as is
 * known. Plain: times are handed in. Guarded by its own lock, for it is read by every request.
 */
final class DrainEstimate {

    private static final double WEIGHT = 0.1;
    private static final double LEAST_PER_SECOND = 0.01;
    private static final double NANOS = 1e9;

    private final long knownForNanos;
    private double perSecond;
    private long waiting;
    private boolean known;
    private long heardAt;

    /**
     * An estimate that knows nothing yet.
     *
     * @param firstGuess the rate until one was seen, a second
     * @param knownFor after this time without word nothing is known
     */
    DrainEstimate(double firstGuess, Duration knownFor) {
        this.perSecond = firstGuess;
        this.knownForNanos = knownFor.toNanos();
    }

    /** Word from the owner: what waits with it, and what it finished in the last second. */
    synchronized void observe(long now, long nowWaiting, double servedPerSecond) {
        boolean busy = known && waiting > 0 && nowWaiting > 0;
        if (busy) {
            perSecond += WEIGHT * (servedPerSecond - perSecond);
        } else {
            perSecond = Math.max(perSecond, servedPerSecond);
        }
        waiting = nowWaiting;
        known = true;
        heardAt = now;
    }

    /** What waits with the owner; 0 while that is not known. */
    synchronized long waiting(long now) {
        return isKnown(now) ? waiting : 0;
    }

    /** How many the owner takes off in a second while there is work. */
    synchronized double perSecond() {
        return Math.max(LEAST_PER_SECOND, perSecond);
    }

    /** The wait of one that is accepted now, behind so many that are not with the owner yet. Zero while nothing is known. */
    synchronized Duration waitBehind(long now, long unpublished) {
        if (!isKnown(now)) {
            return Duration.ZERO;
        }
        double seconds = (waiting + unpublished) / perSecond();
        return Duration.ofNanos((long) Math.min(Long.MAX_VALUE / 2.0, seconds * NANOS));
    }

    private boolean isKnown(long now) {
        return known && now - heardAt <= knownForNanos;
    }
}
