package com.byajbook.platform.overload.ingress;

/**
 * How long a request has waited for its event loop when the loop comes to read it: a queue in the sockets that no gate sees,
 * and the one that grows when the processor is what is short.
 *
 * <p>A loop serves what is ready turn by turn. A tick that is due while requests come tells how long a turn took: whoever
 * came during it waited for half of it on average; and whoever is read while the next tick is overdue has waited for at
 * least that long. So a loop serves for as long as its promise lets it, and refuses the rest of a turn, which is cheap.
 *
 * <p>One long turn is a pause of the processor's or a batch that has just been served, and to refuse for it makes nobody's
 * wait shorter. A queue stands when turn after turn is long, so the shortest of a few counts for that (as in CoDel: Nichols
 * and Jacobson, "Controlling Queue Delay", ACM Queue 10(5), 2012).
 *
 * <p>Plain: times are handed in as nanoseconds of any one clock. Used by one loop only.
 */
final class LoopDelay {

    /** A shorter one would tell of pauses that nobody feels. */
    static final long TICK_NANOS = 10_000_000L;

    /** So many turns in a row are no accident. */
    private static final int TURNS_IN_A_ROW = 3;

    private static final int HALF = 2;

    private final long[] lateNanos = new long[TURNS_IN_A_ROW];
    private int next;
    private boolean ticking;
    private boolean asked;
    private long dueNanos;
    private long lastLateNanos;

    /** How long a request that is read now has waited, as far as is known. */
    long ofRequest(long now) {
        asked = true;
        return ticking ? lastLateNanos / HALF + Math.max(0, now - dueNanos) : 0;
    }

    /** How long everybody who was read in the last few turns has waited at the least: what stands before the loop. */
    long standing(long now) {
        long least = ofRequest(now);
        for (long late : lateNanos) {
            least = Math.min(least, late / HALF);
        }
        return least;
    }

    /** Whether nobody has asked for a while, so that a tick has to be begun. */
    boolean isAtRest() {
        return !ticking;
    }

    /** A tick will come after its time. */
    void begun(long now) {
        ticking = true;
        dueNanos = now + TICK_NANOS;
    }

    /** The tick came. Whether there shall be another: without requests there is nothing to find out. */
    boolean ticked(long now) {
        lastLateNanos = asked ? Math.max(0, now - dueNanos) : 0;
        lateNanos[next] = lastLateNanos;
        next = (next + 1) % TURNS_IN_A_ROW;
        ticking = asked;
        asked = false;
        dueNanos = now + TICK_NANOS;
        return ticking;
    }

    /** How late the last tick was. */
    long lastLateNanos() {
        return lastLateNanos;
    }
}
