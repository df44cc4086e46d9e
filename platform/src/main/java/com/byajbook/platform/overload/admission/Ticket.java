package com.byajbook.platform.overload.admission;

import org.jspecify.annotations.Nullable;

/** One piece of work at a gate. Its state belongs to the {@link AdmissionQueue} and is guarded by whatever guards that. */
public class Ticket {

    /** No deadline. */
    public static final long NO_DEADLINE = Long.MAX_VALUE;

    enum State {
        NEW,
        WAITING,
        RUNNING,
        ENDED
    }

    private final TrafficClass trafficClass;
    private final long deadlineNanos;
    private final long lateNanos;

    long id;
    long arrivedNanos;
    long startedNanos;
    long expiresNanos;
    State state = State.NEW;

    @Nullable
    Ticket previous;

    @Nullable
    Ticket next;

    /**
     * Work that has not come yet.
     *
     * @param deadlineNanos the time, on the gate's clock, after which nobody waits for it; {@link #NO_DEADLINE} for none
     */
    public Ticket(TrafficClass trafficClass, long deadlineNanos) {
        this(trafficClass, deadlineNanos, 0);
    }

    /** Work that has waited for so long already before the gate could see it. */
    public Ticket(TrafficClass trafficClass, long deadlineNanos, long lateNanos) {
        this.trafficClass = trafficClass;
        this.deadlineNanos = deadlineNanos;
        this.lateNanos = lateNanos;
    }

    /** How much it matters. */
    public final TrafficClass trafficClass() {
        return trafficClass;
    }

    /** When nobody waits for it any more. */
    public final long deadlineNanos() {
        return deadlineNanos;
    }

    /** How long it had waited before it came. */
    public final long lateNanos() {
        return lateNanos;
    }

    /** Its number at its gate, from 1 in the order of arrival; 0 before. */
    public final long id() {
        return id;
    }

    /** When it came. */
    public final long arrivedNanos() {
        return arrivedNanos;
    }

    /** When it was let in; 0 before. */
    public final long startedNanos() {
        return startedNanos;
    }
}
