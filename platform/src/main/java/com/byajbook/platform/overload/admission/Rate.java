package com.byajbook.platform.overload.admission;

/**
 * Events in about the last second: those of the running window, and of the one before as far as it still counts.
 *
 * <p>The sliding window counter that rate limiters use; a few additions and no history.
 */
final class Rate {

    private static final long WINDOW_NANOS = 1_000_000_000L;

    private long windowStart;
    private long current;
    private long previous;

    Rate(long windowStart, long current, long previous) {
        this.windowStart = windowStart;
        this.current = current;
        this.previous = previous;
    }

    void count(long now) {
        turn(now);
        current++;
    }

    double perSecond(long now) {
        turn(now);
        double elapsed = (double) (now - windowStart) / WINDOW_NANOS;
        return previous * (1 - elapsed) + current;
    }

    private void turn(long now) {
        long windows = (now - windowStart) / WINDOW_NANOS;
        if (windows <= 0) {
            return;
        }
        previous = windows == 1 ? current : 0;
        current = 0;
        windowStart += windows * WINDOW_NANOS;
    }

    long[] state() {
        return new long[] {windowStart, current, previous};
    }
}
