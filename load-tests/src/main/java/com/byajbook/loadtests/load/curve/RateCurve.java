package com.byajbook.loadtests.load.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arrivals of a run: a whole number for each second, evenly spread over it, whatever the platform does with them.
 *
 * <p>The spread is that of Gatling's open injection, in whole milliseconds, so that the intended time of the k-th arrival is the one at
 * which Gatling means to start its k-th user. A run begins with a warm-up at the load of the curve's first second, which the figures
 * leave out.
 */
public final class RateCurve {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final int MILLIS_PER_SECOND = 1_000;
    private static final int MAX_PER_SECOND = 20_000;

    private final int warmUp;
    private final int[] arrivals;
    private final long[] before;

    /** So many arrivals in each of so many seconds. */
    public record Step(int perSecond, int seconds) {}

    private RateCurve(int warmUp, int[] arrivals) {
        this.warmUp = warmUp;
        this.arrivals = arrivals;
        this.before = new long[arrivals.length + 1];
        for (int i = 0; i < arrivals.length; i++) {
            before[i + 1] = before[i] + arrivals[i];
        }
    }

    /**
     * A curve.
     *
     * @param base arrivals a second where the shape is 1, above 0
     * @param seconds length without the warm-up, 1 to 86,400
     * @param warmUp seconds before it, 0 or more
     */
    public static RateCurve of(Shape shape, double base, int seconds, int warmUp) {
        if (seconds < 1 || seconds > 86_400 || warmUp < 0 || warmUp > 3_600) {
            throw new IllegalArgumentException("A run lasts 1 to 86,400 seconds after at most 3,600 of warm-up, not "
                    + seconds + " after " + warmUp);
        }
        int[] arrivals = new int[warmUp + seconds];
        for (int i = 0; i < arrivals.length; i++) {
            // The middle of the second, so that a straight line gets its mean.
            double part = Math.max(0, (i - warmUp + 0.5) / seconds);
            double rate = base * shape.relativeAt(i < warmUp ? 0 : part);
            if (!(rate >= 0 && rate <= MAX_PER_SECOND)) {
                throw new IllegalArgumentException(
                        "At most " + MAX_PER_SECOND + " arrivals a second, not " + Math.round(rate));
            }
            arrivals[i] = (int) Math.round(rate);
        }
        RateCurve curve = new RateCurve(warmUp, arrivals);
        if (curve.total() == 0) {
            throw new IllegalArgumentException("Nobody would arrive: " + base + " a second is too little");
        }
        return curve;
    }

    /** With the warm-up. */
    public int seconds() {
        return arrivals.length;
    }

    /** Seconds at the start that the figures leave out. */
    public int warmUp() {
        return warmUp;
    }

    /** Arrivals in a second of the run, the warm-up's seconds being the first. */
    public int arrivals(int second) {
        return arrivals[second];
    }

    /** All arrivals, with those of the warm-up. */
    public long total() {
        return before[arrivals.length];
    }

    /** Arrivals after the warm-up. */
    public long measured() {
        return total() - before[warmUp];
    }

    /** The second in which the k-th arrival is meant to be, k from 0. */
    public int secondOf(long k) {
        int found = Arrays.binarySearch(before, k);
        // With empty seconds several entries are equal, and the last of them is the one that has arrivals.
        int second = found >= 0 ? found : -found - 2;
        while (second < arrivals.length - 1 && before[second + 1] <= k) {
            second++;
        }
        return second;
    }

    /** When the k-th arrival is meant to be: nanoseconds after the start of the run. */
    public long intendedNanos(long k) {
        int second = secondOf(k);
        long millis = (k - before[second]) * MILLIS_PER_SECOND / arrivals[second];
        return second * NANOS_PER_SECOND + millis * NANOS_PER_MILLI;
    }

    /** The whole curve, seconds of equal load together. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= arrivals.length; i++) {
            if (i == arrivals.length || arrivals[i] != arrivals[from]) {
                steps.add(new Step(arrivals[from], i - from));
                from = i;
            }
        }
        return steps;
    }
}
