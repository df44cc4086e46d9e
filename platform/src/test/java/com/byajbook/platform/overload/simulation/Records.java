package com.byajbook.platform.overload.simulation;

import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * What became of everybody, in slices of a quarter of a second. A person counts in the slice in which it first came, an
 * answer in the one in which it was given. Of the greedy user nothing is recorded.
 */
final class Records {

    static final long SLICE = Timeline.SECOND / 4;
    private static final double ENOUGH = 0.95;
    private static final int SHORT = 4;
    private static final int LONG = 20;

    private final Timeline timeline;
    private final int[][] born;
    private final int[][] happy;
    private final int[] attempts;
    private final int[] served;
    private double[] promiseErrors = new double[1024];
    private int promises;

    Records(Timeline timeline, double seconds) {
        this.timeline = timeline;
        int slices = sliceOf(seconds) + 1;
        this.born = new int[slices][TrafficClass.COUNT];
        this.happy = new int[slices][TrafficClass.COUNT];
        this.attempts = new int[slices];
        this.served = new int[slices];
    }

    void born(Client client) {
        if (client.user == Simulation.GREEDY) {
            return;
        }
        born[sliceOf(client)][client.trafficClass.ordinal()]++;
    }

    void asked(Client client) {
        if (client.user == Simulation.GREEDY) {
            return;
        }
        attempts[sliceOf(client)]++;
    }

    void served(Client client) {
        if (client.user == Simulation.GREEDY) {
            return;
        }
        happy[sliceOf(client)][client.trafficClass.ordinal()]++;
        int slice = (int) (timeline.now() / SLICE);
        if (slice < served.length) {
            served[slice]++;
        }
    }

    /** Somebody who was told, the first time, to come back in so long was served after so long. */
    void kept(long promised, long actual) {
        if (promises == promiseErrors.length) {
            promiseErrors = Arrays.copyOf(promiseErrors, 2 * promises);
        }
        promiseErrors[promises++] = Math.abs((double) promised - actual) / actual;
    }

    /** Answers in time, a second. */
    double goodput(double fromSecond, double toSecond) {
        return sum(fromSecond, toSecond, slice -> served[slice]) / (toSecond - fromSecond);
    }

    /** The part of those who came in between that was served, sooner or later. */
    double success(double fromSecond, double toSecond) {
        return sum(fromSecond, toSecond, slice -> Arrays.stream(happy[slice]).sum())
                / sum(fromSecond, toSecond, slice -> Arrays.stream(born[slice]).sum());
    }

    double success(double fromSecond, double toSecond, TrafficClass trafficClass) {
        int index = trafficClass.ordinal();
        return sum(fromSecond, toSecond, slice -> happy[slice][index])
                / sum(fromSecond, toSecond, slice -> born[slice][index]);
    }

    /** How often those who came in between asked, for each of them that was served. */
    double attemptsPerSuccess(double fromSecond, double toSecond) {
        return sum(fromSecond, toSecond, slice -> attempts[slice])
                / sum(fromSecond, toSecond, slice -> Arrays.stream(happy[slice]).sum());
    }

    /** By what part of the actual wait the promised one was wrong, for the one in the middle. */
    double medianPromiseError() {
        double[] sorted = Arrays.copyOf(promiseErrors, promises);
        Arrays.sort(sorted);
        return promises == 0 ? Double.NaN : sorted[promises / 2];
    }

    /**
     * How long after this second until 95 % of those who come are served, in the second and in the five seconds that
     * follow; infinite if that is not seen up to the other one.
     */
    double secondsToRecover(double endOfTrouble, double until) {
        for (int slice = sliceOf(endOfTrouble); slice + LONG <= sliceOf(until); slice++) {
            if (isFine(slice, SHORT) && isFine(slice, LONG)) {
                return (slice - sliceOf(endOfTrouble)) * (double) SLICE / Timeline.SECOND;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private boolean isFine(int slice, int slices) {
        double begin = slice * (double) SLICE / Timeline.SECOND;
        return success(begin, begin + slices * (double) SLICE / Timeline.SECOND) >= ENOUGH;
    }

    private double sum(double fromSecond, double toSecond, IntToDoubleFunction ofSlice) {
        double sum = 0;
        for (int slice = sliceOf(fromSecond); slice < sliceOf(toSecond); slice++) {
            sum += ofSlice.applyAsDouble(slice);
        }
        return sum;
    }

    private static int sliceOf(Client client) {
        return (int) (client.bornAt / SLICE);
    }

    private static int sliceOf(double second) {
        return (int) (second * Timeline.SECOND / SLICE);
    }
}
