package com.byajbook.loadtests.load.record;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Times, kept to three digits, at most an hour each. */
final class Latencies {
    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final double MICROS_PER_MILLI = 1_000.0;

    private final Histogram micros;

    /** @param digits significant ones, 1 to 3: fewer for those of which there are many */
    Latencies(int digits) {
        micros = new Histogram(LONGEST_MICROS, digits);
        micros.setAutoResize(false);
    }

    void add(long nanos) {
        micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos))));
    }

    /** Zeros if there is none. */
    Summary summary() {
        return new Summary(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / MICROS_PER_MILLI,
                micros.getValueAtPercentile(99) / MICROS_PER_MILLI,
                micros.getMaxValue() / MICROS_PER_MILLI);
    }

    /** In milliseconds. */
    record Summary(long count, double p50, double p99, double max) {}
}
