package com.byajbook.loadtests.bench.overload;

import java.util.function.DoubleSupplier;

/** Whether processes that may still be busy have come to rest, by the processor time that they use. */
final class Rest {
    /** What services, PostgreSQL and RabbitMQ use with nothing to do, and some more. */
    private static final double IDLE_PROCESSORS = 0.5;

    private static final long WINDOW_NANOS = 500_000_000L;
    private static final double NANOS = 1e9;

    private final DoubleSupplier cpuSeconds;
    private double usedBefore;
    private long since;

    /** @param cpuSeconds what they have used until now */
    Rest(DoubleSupplier cpuSeconds) {
        this.cpuSeconds = cpuSeconds;
        this.usedBefore = cpuSeconds.getAsDouble();
        this.since = System.nanoTime();
    }

    /** Asked again and again: whether the last half second was one of rest. */
    boolean isReached() {
        long now = System.nanoTime();
        if (now - since < WINDOW_NANOS) {
            return false;
        }
        double used = cpuSeconds.getAsDouble();
        double processors = (used - usedBefore) * NANOS / (now - since);
        usedBefore = used;
        since = now;
        return processors <= IDLE_PROCESSORS;
    }
}
