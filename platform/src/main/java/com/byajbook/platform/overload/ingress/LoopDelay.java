package com.byajbook.platform.overload.ingress;

/**
 * How long a request has waited for its event loop when the loop comes to read it: a queue in the sockets that no gate sees,
 * and the one that grows when the processor is what is short.
 *
 * <p>A loop serves what is ready turn by turn. A tick that is due while requests come tells how long a turn took: whoever
 * came during it waited for half of it on average; and whoever is read while the next tick is overdue has waited for at
 * least that long. So a loop serves for as long as its promise lets it, and refuses the rest of a turn, which is cheap.
 *
 * <p>Plain: times are handed in as nanoseconds of any one clock. Used by one loop only.
 */
final class LoopDelay {

    /** A shorter one would tell of pauses that nobody feels. */
    static final long TICK_NANOS = 10_000_000L;

    private static final int HALF = 2;

    private boolean ticking;
    private boolean asked;
    private long dueNanos;
    private long lastLateNanos;

    /** How long a request that is read now has waited, as far as is known. */
    long ofRequest(long now) {
        asked = true;
        return ticking ? lastLateNanos / HALF + Math.max(0, now - dueNanos) : 0;
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
