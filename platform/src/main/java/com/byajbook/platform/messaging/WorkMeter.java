package com.byajbook.platform.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts what came to a stage and what became of it, between two looks. Held for nanoseconds; safe on an event loop. */
final class WorkMeter {

    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final int DIGITS = 2;
    private static final double NANOS = 1e9;
    private static final double MICROS_A_MILLI = 1e3;

    private final Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);
    private final Map<String, Long> refused = new LinkedHashMap<>();
    private long offered;
    private long served;
    private long lookedAtNanos = System.nanoTime();

    synchronized void offered(long count) {
        offered += count;
    }

    synchronized void served(long count) {
        served += count;
    }

    synchronized void refused(String reason, long count) {
        refused.merge(reason, count, Long::sum);
    }

    synchronized void took(long nanos) {
        micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, nanos / 1_000)));
    }

    /** What happened since the last look. */
    synchronized Look look() {
        long now = System.nanoTime();
        double seconds = Math.max(1, now - lookedAtNanos) / NANOS;
        Map<String, Double> refusals = new LinkedHashMap<>();
        refused.forEach((reason, count) -> refusals.put(reason, count / seconds));
        boolean none = micros.getTotalCount() == 0;
        Look look = new Look(
                offered / seconds,
                served / seconds,
                refusals,
                none ? 0 : micros.getValueAtPercentile(50) / MICROS_A_MILLI,
                none ? 0 : micros.getValueAtPercentile(99) / MICROS_A_MILLI,
                seconds);
        offered = 0;
        served = 0;
        refused.clear();
        micros.reset();
        lookedAtNanos = now;
        return look;
    }

    /** Rates a second, times in milliseconds, and over how many seconds. */
    record Look(
            double offered, double served, Map<String, Double> refused, double p50Ms, double p99Ms, double seconds) {}
}
