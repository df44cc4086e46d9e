package com.byajbook.platform.overload.admission;

/** Takes note of what happened at a gate, in the order in which it happened; called while the gate is locked. */
public interface Journal {

    /** Keeps nothing. */
    Journal NONE = new Journal() {};

    /** Between two events: only now is {@link AdmissionQueue#state()} whole. Called before each event. */
    default void settled(AdmissionQueue queue) {}

    /** Somebody came, after so long a wait before the gate. */
    default void arrived(long now, long id, TrafficClass trafficClass, long deadlineNanos, long lateNanos) {}

    /** Somebody who waited gave up. */
    default void left(long now, long id) {}

    /** Somebody gave the permit back. */
    default void finished(long now, long id, boolean completed) {}

    /** Those whose time is over were looked for. */
    default void swept(long now) {}

    /** The bounds changed. */
    default void limited(long now, GateLimits limits) {}

    /** Decided: let in. */
    default void started(long now, long id) {}

    /** Decided: not let in, or not any more. */
    default void refused(long now, long id, Refusal refusal) {}
}
