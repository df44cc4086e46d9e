package com.byajbook.platform.overload.admission;

import java.util.Arrays;

/**
 * How many are expected back, in slices of half a second, and how many come of themselves.
 *
 * <p>Who comes back was told to, so whoever comes beyond those is new. How many that are on an ordinary day is learnt
 * while the gate can take them, and not in a spike: the spike ends and the ordinary does not.
 *
 * <p>First refused, first back, whatever the class: when it comes back, its class decides again. (To book those who matter
 * more into slices that others had already been given was tried: it breaks promises, and each costs an attempt.)
 *
 * <p>Bounded: a ring of numbers. A turn costs a step a slice that passed, at most the ring.
 */
final class Calendar {

    static final long SLICE_NANOS = 500_000_000L;
    static final long FULL = Long.MIN_VALUE;

    private static final int SLICES = 256;
    static final long LONGEST_NANOS = (SLICES - 2) * SLICE_NANOS;

    private static final double NANOS = 1e9;
    private static final double LEARNING = 1.0 / 60;

    /** So many slices full of people who stay away are enough to see that nobody obeys. */
    private static final int PATIENCE = 2;

    private static final int HEAD = 6;

    private long slice;
    private long nextSlot;
    private long arrivals;
    private long learnt;
    private double newcomers;
    private double missing;
    private final int[] expected = new int[SLICES];

    /** One that goes on from a state. */
    Calendar(long[] state) {
        slice = state[0];
        nextSlot = state[1];
        arrivals = state[2];
        learnt = state[3];
        newcomers = Double.longBitsToDouble(state[4]);
        missing = Double.longBitsToDouble(state[5]);
        for (int ahead = 0; HEAD + ahead < state.length; ahead++) {
            expected[ring(slice + ahead)] = (int) state[HEAD + ahead];
        }
    }

    /** One in which nobody is expected, and nobody was ever seen. */
    static long[] fresh(long now) {
        long nobody = Double.doubleToLongBits(0);
        return new long[] {Math.floorDiv(now, SLICE_NANOS), now, 0, 0, nobody, nobody};
    }

    /** The ring only as far as somebody is expected. */
    long[] state() {
        int last = SLICES;
        while (last > 0 && expected[ring(slice + last - 1)] == 0) {
            last--;
        }
        long[] state = new long[HEAD + last];
        state[0] = slice;
        state[1] = nextSlot;
        state[2] = arrivals;
        state[3] = learnt;
        state[4] = Double.doubleToLongBits(newcomers);
        state[5] = Double.doubleToLongBits(missing);
        for (int ahead = 0; ahead < last; ahead++) {
            state[HEAD + ahead] = expected[ring(slice + ahead)];
        }
        return state;
    }

    void arrived() {
        arrivals++;
    }

    /** How many come of themselves in a slice of an ordinary day. */
    double newcomers() {
        return newcomers;
    }

    /**
     * The next time that is free.
     *
     * @param room how many can come back in a slice
     * @return {@link #FULL} when there is none up to the latest
     */
    long book(long earliest, double room, long latest) {
        long slot = Math.max(earliest, nextSlot);
        while (slot <= latest && expected[ring(Math.floorDiv(slot, SLICE_NANOS))] >= room) {
            slot = (Math.floorDiv(slot, SLICE_NANOS) + 1) * SLICE_NANOS;
        }
        nextSlot = Math.max(nextSlot, slot);
        if (slot > latest) {
            return FULL;
        }
        nextSlot = slot + (long) (SLICE_NANOS / room);
        expect(slot);
        return slot;
    }

    void expect(long at) {
        expected[ring(Math.floorDiv(at, SLICE_NANOS))]++;
    }

    /** Goes on to the slice of now, and learns from those that passed. */
    void turn(long now, double gatePerSecond) {
        long current = Math.floorDiv(now, SLICE_NANOS);
        long steps = Math.min(current - slice, SLICES);
        for (long i = 0; i < steps; i++) {
            learn(now, gatePerSecond * SLICE_NANOS / NANOS);
            arrivals = 0;
            expected[ring(slice)] = 0;
            slice++;
        }
        slice = Math.max(slice, current);
    }

    private void learn(long now, double gateASlice) {
        int due = expected[ring(slice)];
        long fresh = Math.max(0, arrivals - due);
        if (fresh < gateASlice) {
            learnt++;
            newcomers += Math.max(LEARNING, 1.0 / learnt) * (fresh - newcomers);
        }
        missing = Math.max(0, missing + due - arrivals);
        if (missing > PATIENCE * gateASlice) {
            missing = 0;
            nextSlot = now;
            Arrays.fill(expected, 0);
        }
    }

    private static int ring(long slice) {
        return (int) Math.floorMod(slice, (long) SLICES);
    }
}
