package com.byajbook.platform.overload.admission;

/**
 * The mean time in service, from completions.
 *
 * <p>An exponentially weighted mean whose samples are clipped at a few times the mean: one query of five seconds among
 * hundreds of ten milliseconds says nothing about the next one, while a resource that became slow for everybody moves the
 * mean there within a few dozen completions.
 */
final class ServiceTime {

    private static final double WEIGHT = 0.05;
    private static final double CLIP = 4;

    private double meanNanos;

    ServiceTime(double meanNanos) {
        this.meanNanos = meanNanos;
    }

    double meanNanos() {
        return meanNanos;
    }

    void observe(long nanos) {
        meanNanos += WEIGHT * (Math.min(nanos, CLIP * meanNanos) - meanNanos);
    }
}
