package com.byajbook.platform.overload.admission;

import java.time.Duration;

/** Says of each refusal which limit it was, what that limit is now, and when to come back. */
final class RefusalWords {

    private static final String OWN_DEADLINE = "request-timeout-ms";
    private static final long NANOS_A_MILLI = 1_000_000L;

    private final String gate;
    private final Pace pace;
    private final String queueName;
    private final String[] targetNames = new String[TrafficClass.COUNT];

    RefusalWords(String gate, Pace pace) {
        this.gate = gate;
        this.pace = pace;
        this.queueName = "gate." + gate + ".max-queued";
        for (TrafficClass trafficClass : TrafficClass.values()) {
            targetNames[trafficClass.ordinal()] = "gate." + gate + ".target." + trafficClass.word();
        }
    }

    Refusal waitTooLong(long now, TrafficClass trafficClass, long wait, GateLimits limits, long id) {
        return refusal(
                now,
                Reason.WAIT_TOO_LONG,
                trafficClass,
                wait,
                targetName(trafficClass),
                target(trafficClass, limits),
                limits,
                id);
    }

    Refusal deadlineTooNear(long now, TrafficClass trafficClass, long wait, long left, GateLimits limits, long id) {
        return refusal(
                now, Reason.DEADLINE_TOO_NEAR, trafficClass, wait, OWN_DEADLINE, left / NANOS_A_MILLI, limits, id);
    }

    Refusal queueFull(long now, TrafficClass trafficClass, long wait, GateLimits limits, long id) {
        return refusal(now, Reason.QUEUE_FULL, trafficClass, wait, queueName, limits.maxQueued(), limits, id);
    }

    Refusal displaced(long now, Ticket victim, long wait, GateLimits limits) {
        return refusal(
                now, Reason.DISPLACED, victim.trafficClass(), wait, queueName, limits.maxQueued(), limits, victim.id);
    }

    Refusal expired(long now, Ticket ticket, GateLimits limits) {
        TrafficClass trafficClass = ticket.trafficClass();
        boolean own = now > ticket.deadlineNanos();
        long waited = now - ticket.arrivedNanos;
        String limit = own ? OWN_DEADLINE : targetName(trafficClass);
        long value =
                own ? (ticket.deadlineNanos() - ticket.arrivedNanos) / NANOS_A_MILLI : target(trafficClass, limits);
        return refusal(now, Reason.EXPIRED, trafficClass, waited, limit, value, limits, ticket.id);
    }

    private String targetName(TrafficClass trafficClass) {
        return targetNames[trafficClass.ordinal()];
    }

    private static long target(TrafficClass trafficClass, GateLimits limits) {
        return limits.targets().of(trafficClass).toMillis();
    }

    /**
     * Who comes back shall find half of the wait that its class is let in with. Told to come when there is room for one
     * more, it would stand before a line just as full, and lose its place to the next more important one; and it would be
     * served no sooner, because what it does not wait at home it waits here.
     */
    private Refusal refusal(
            long now,
            Reason reason,
            TrafficClass trafficClass,
            long waitNanos,
            String limit,
            long value,
            GateLimits limits,
            long id) {
        long room = waitNanos - limits.targets().of(trafficClass).toNanos() / 2;
        long appointment = pace.appointment(now, room, limits, id);
        return new Refusal(
                gate, reason, trafficClass, Duration.ofNanos(waitNanos), limit, value, Duration.ofNanos(appointment));
    }
}
