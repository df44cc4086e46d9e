package com.byajbook.loadtests.bench;

import org.HdrHistogram.Histogram;

/**
 * One window of one arm.
 *
 * @param completed done within the window
 * @param refused answered otherwise
 * @param seconds the window's length
 * @param latency microseconds
 */
public record Sample(long completed, long refused, double seconds, Histogram latency, Cpu cpu) {

    /** Completed a second. */
    public double perSecond() {
        return completed / seconds;
    }

    double p50Millis() {
        return latency.getValueAtPercentile(50) / 1000.0;
    }

    double p99Millis() {
        return latency.getValueAtPercentile(99) / 1000.0;
    }

    double millisPerThousand(double cpuSeconds) {
        return completed == 0 ? 0 : cpuSeconds * 1_000_000 / completed;
    }

    /** How many a second one processor could accept if it did nothing but this arm's service and database. */
    double perCpuSecond() {
        double busy = cpu.service() + cpu.postgres();
        return busy == 0 ? 0 : completed / busy;
    }
}
