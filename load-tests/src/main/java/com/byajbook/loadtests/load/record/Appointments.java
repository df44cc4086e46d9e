package com.byajbook.loadtests.load.record;

import org.HdrHistogram.Histogram;

/** Misses of Retry-After, in tenths of a percent of what was promised. */
final class Appointments {
    private static final long MOST = 1_000_000;
    private static final double PER_PERCENT = 10;
    private static final double PER_WHOLE = 1_000;

    private final Histogram misses = new Histogram(MOST, 3);

    void add(long promisedNanos, long actualNanos) {
        double miss = Math.abs(actualNanos - promisedNanos) * PER_WHOLE / Math.max(1, promisedNanos);
        misses.recordValue((long) Math.min(MOST, miss));
    }

    Figures.Appointments summary() {
        return new Figures.Appointments(
                misses.getTotalCount(),
                misses.getValueAtPercentile(50) / PER_PERCENT,
                misses.getValueAtPercentile(90) / PER_PERCENT);
    }
}
