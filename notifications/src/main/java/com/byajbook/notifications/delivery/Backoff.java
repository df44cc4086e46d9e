package com.byajbook.notifications.delivery;

import java.time.Duration;

/** Pauses that double from try to try up to a bound. */
final class Backoff {
    private static final int MAX_DOUBLINGS = 30;

    private Backoff() {}

    /** The pause after this try, counted from 1. */
    static Duration of(int tries, Duration min, Duration max) {
        Duration pause = min.multipliedBy(1L << Math.min(MAX_DOUBLINGS, Math.max(0, tries - 1)));
        return pause.compareTo(max) > 0 ? max : pause;
    }
}
