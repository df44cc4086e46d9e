package com.byajbook.platform.overload.admission;

/**
 * When those who were not let in shall come back: one after the other, as fast as the gate can take them beside those who
 * will come anyway, so that they return as a queue and not as a wave.
 *
 * <p>A fixed time sends everybody back at once. An appointment costs the service one number in a calendar. Plain: times are
 * handed in as nanoseconds of any one clock; guarded by whatever guards its owner.
 */
public final class Appointments {

    /** Who books all of a gate has it full by chance half of the time, and sends those away again who came as told. */
    private static final double USED_PART = 0.95;

    private static final double LEAST_SHARE = 0.1;
    private static final double NANOS = 1e9;
    private static final double JITTER = 0.1;
    private static final long LONGEST_JITTER_NANOS = Calendar.SLICE_NANOS / 4;
    private static final long SHORTEST_NANOS = 5_000_000L;

    private final Calendar calendar;

    Appointments(Calendar calendar) {
        this.calendar = calendar;
    }

    /** Those of something that has given none yet. */
    public static Appointments fresh(long now) {
        return new Appointments(new Calendar(Calendar.fresh(now)));
    }

    /** Somebody came, told to or not. */
    public void arrived(long now, double gatePerSecond) {
        calendar.turn(now, gatePerSecond);
        calendar.arrived();
    }

    /**
     * The time, from now, after which the next one shall come.
     *
     * @param roomInNanos when there will be room for one more, as far as is known
     * @param gatePerSecond how many the gate can let in in a second
     * @param longestNanos the longest that is asked of anybody; beyond it the book is full and the time only a spread
     * @param ticketId a number of its own, from which a little spread is made
     */
    public long book(long now, long roomInNanos, double gatePerSecond, long longestNanos, long ticketId) {
        calendar.turn(now, gatePerSecond);
        double capacity = gatePerSecond * Calendar.SLICE_NANOS / NANOS;
        double room = Math.max(USED_PART * capacity - calendar.newcomers(), LEAST_SHARE * capacity);
        long longest = Math.min(longestNanos, Calendar.LONGEST_NANOS);
        double spread = spread(ticketId);
        long slot = calendar.book(now + Math.max(roomInNanos, SHORTEST_NANOS), room, now + longest);
        if (slot == Calendar.FULL) {
            long wait = longest / 2 + (long) (longest / 2.0 * spread);
            calendar.expect(now + wait);
            return wait;
        }
        long wait = slot - now;
        return wait + (long) (Math.min(wait * JITTER, LONGEST_JITTER_NANOS) * spread);
    }

    /** From 0 to 1, different for neighbours and the same at a replay: the finaliser of SplitMix64. */
    private static double spread(long id) {
        long z = id * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    long[] state() {
        return calendar.state();
    }
}
