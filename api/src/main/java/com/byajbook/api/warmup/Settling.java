package com.byajbook.api.warmup;

import java.time.Duration;

/**
 * Says when rounds of equal work have stopped getting faster: {@value #PATIENCE} rounds in a row were not a tenth faster than
 * the fastest before them. One slow round, of a busy machine, changes nothing.
 */
final class Settling {
    static final int PATIENCE = 4;
    private static final double FASTER = 0.9;

    private double fastestNanos = Double.MAX_VALUE;
    private int since;

    /** Takes a round's time into account; true when it is not worth while to go on. */
    boolean isSettledAfter(Duration round) {
        if (round.toNanos() < fastestNanos * FASTER) {
            fastestNanos = round.toNanos();
            since = 0;
        } else {
            since++;
        }
        return since >= PATIENCE;
    }
}
