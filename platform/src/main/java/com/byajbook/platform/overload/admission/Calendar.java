package com.byajbook.platform.overload.admission;

import java.util.Arrays;

/**
 * How many of each class are expected back, in slices of half a second, and how many come of themselves.
 *
 * <p>Who comes back was told to, so whoever comes beyond those is new. What is new on an ordinary day is learnt while the
 * gate can take it; in a spike that goes on to count, because the spike ends and the ordinary does not. More important
 * classes are booked first: a slice is full for a class when it is with all that matter as much or more.
 *
 * <p>When half of those expected do not come, they are not the sort of people who do, and the others are not waited for
 * either. Bounded: a ring of numbers. A turn costs a step a slice that passed, at most the ring.
 */
final class Calendar {

    static final long SLICE_NANOS = 500_000_000L;
    static final long FULL = Long.MIN_VALUE;

    private static final int SLICES = 256;
    static final long LONGEST_NANOS = (SLICES - 2) * SLICE_NANOS;

    private static final int CLASSES = TrafficClass.COUNT;
    private static final double LEARNING = 1.0 / 60;
    private static final int ENOUGH_TO_JUDGE = 8;

    private long slice;
    private final long[] nextSlot = new long[CLASSES];
    private final long[] arrivals = new long[CLASSES];
    private final double[] newcomers = new double[CLASSES];
    private final int[][] expected = new int[CLASSES][SLICES];

    /** One that goes on from a state. */
    Calendar(long[] state) {
        slice = state[0];
        int at = 1;
        for (int index = 0; index < CLASSES; index++) {
            nextSlot[index] = state[at++];
            arrivals[index] = state[at++];
            newcomers[index] = Double.longBitsToDouble(state[at++]);
        }
        for (int[] ofClass : expected) {
            for (int ahead = 0; ahead < SLICES && at < state.length; ahead++) {
                ofClass[ring(slice + ahead)] = (int) state[at++];
            }
        }
    }

    /** One in which nobody is expected, at a gate of which it is assumed that a half of it is used on an ordinary day. */
    static long[] fresh(long now, double gatePerSecond) {
        long[] state = new long[1 + 3 * CLASSES];
        state[0] = Math.floorDiv(now, SLICE_NANOS);
        double half = gatePerSecond * SLICE_NANOS / 1e9 / 2;
        for (int index = 0; index < CLASSES; index++) {
            state[1 + 3 * index] = now;
            state[3 + 3 * index] = Double.doubleToLongBits(half / CLASSES);
        }
        return state;
    }

    long[] state() {
        long[] state = new long[1 + CLASSES * (3 + SLICES)];
        state[0] = slice;
        int at = 1;
        for (int index = 0; index < CLASSES; index++) {
            state[at++] = nextSlot[index];
            state[at++] = arrivals[index];
            state[at++] = Double.doubleToLongBits(newcomers[index]);
        }
        for (int[] ofClass : expected) {
            for (int ahead = 0; ahead < SLICES; ahead++) {
                state[at++] = ofClass[ring(slice + ahead)];
            }
        }
        return state;
    }

    void arrived(TrafficClass trafficClass) {
        arrivals[trafficClass.ordinal()]++;
    }

    /** How many come of themselves in a slice of an ordinary day, of this class and the more important ones. */
    double newcomersUpTo(TrafficClass trafficClass) {
        double sum = 0;
        for (int index = 0; index <= trafficClass.ordinal(); index++) {
            sum += newcomers[index];
        }
        return sum;
    }

    /**
     * The next time that is free.
     *
     * @param room how many of this class and the more important ones can come back in a slice
     * @return {@link #FULL} when there is none up to the latest
     */
    long book(TrafficClass trafficClass, long earliest, double room, long latest) {
        int index = trafficClass.ordinal();
        long slot = Math.max(earliest, nextSlot[index]);
        while (slot <= latest && expectedUpTo(index, slot) >= room) {
            slot = (Math.floorDiv(slot, SLICE_NANOS) + 1) * SLICE_NANOS;
        }
        nextSlot[index] = Math.max(nextSlot[index], slot);
        if (slot > latest) {
            return FULL;
        }
        nextSlot[index] = slot + (long) (SLICE_NANOS / room);
        expect(trafficClass, slot);
        return slot;
    }

    void expect(TrafficClass trafficClass, long at) {
        expected[trafficClass.ordinal()][ring(Math.floorDiv(at, SLICE_NANOS))]++;
    }

    private int expectedUpTo(int classIndex, long at) {
        int ring = ring(Math.floorDiv(at, SLICE_NANOS));
        int sum = 0;
        for (int index = 0; index <= classIndex; index++) {
            sum += expected[index][ring];
        }
        return sum;
    }

    /** Goes on to the slice of now, and learns from those that passed. */
    void turn(long now, double gateASlice) {
        long current = Math.floorDiv(now, SLICE_NANOS);
        long steps = Math.min(current - slice, SLICES);
        for (long i = 0; i < steps; i++) {
            learn(now, gateASlice);
            for (int[] ofClass : expected) {
                ofClass[ring(slice)] = 0;
            }
            slice++;
        }
        slice = Math.max(slice, current);
    }

    private void learn(long now, double gateASlice) {
        double came = 0;
        for (int index = 0; index < CLASSES; index++) {
            came += newOf(index);
        }
        for (int index = 0; index < CLASSES; index++) {
            if (came < gateASlice) {
                newcomers[index] += LEARNING * (newOf(index) - newcomers[index]);
            }
            int due = expected[index][ring(slice)];
            if (due >= ENOUGH_TO_JUDGE && 2 * arrivals[index] < due) {
                Arrays.fill(expected[index], 0);
                nextSlot[index] = now;
            }
            arrivals[index] = 0;
        }
    }

    private long newOf(int index) {
        return Math.max(0, arrivals[index] - expected[index][ring(slice)]);
    }

    private static int ring(long slice) {
        return (int) Math.floorMod(slice, (long) SLICES);
    }
}
