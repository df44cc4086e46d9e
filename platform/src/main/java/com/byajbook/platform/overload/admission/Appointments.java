package com.byajbook.platform.overload.admission;

/**
 * When those who were not let in shall come back: one after the other, at the rate at which their class is being let in,
 * so that they return as a queue and not as a wave.
 *
 * <p>A fixed time sends everybody back at once. An appointment costs the service one number a class.
 */
final class Appointments {

    private static final double LEAST_SHARE = 0.02;
    private static final double JITTER = 0.1;
    private static final long SHORTEST_NANOS = 5_000_000L;
    private static final double NANOS = 1e9;

    private final long[] nextSlot;

    Appointments(long[] nextSlot) {
        this.nextSlot = nextSlot.clone();
    }

    /**
     * The time, from now, after which the next one of a class shall come.
     *
     * @param roomInNanos when there will be room for one more, as far as is known
     * @param classPerSecond how many of the class are let in in a second now
     * @param gatePerSecond how many the gate can let in in a second at all
     * @param longestNanos the longest that is asked of anybody; beyond it the book is full and the time only a spread
     */
    long book(
            TrafficClass trafficClass,
            long now,
            long roomInNanos,
            double classPerSecond,
            double gatePerSecond,
            long longestNanos,
            long ticketId) {
        int index = trafficClass.ordinal();
        double perSecond = Math.max(classPerSecond, LEAST_SHARE * gatePerSecond);
        long slot = Math.max(now + Math.max(roomInNanos, SHORTEST_NANOS), nextSlot[index]);
        long wait = slot - now;
        if (wait >= longestNanos) {
            return longestNanos / 2 + (long) (longestNanos / 2.0 * spread(ticketId));
        }
        nextSlot[index] = slot + (long) (NANOS / perSecond);
        return wait + (long) (wait * JITTER * spread(ticketId));
    }

    /** From 0 to 1, different for neighbours and the same at a replay: the finaliser of SplitMix64. */
    private static double spread(long id) {
        long z = id * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    long[] state() {
        return nextSlot.clone();
    }
}
