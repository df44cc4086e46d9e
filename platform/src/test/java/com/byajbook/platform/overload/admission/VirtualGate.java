package com.byajbook.platform.overload.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gate on a clock that a test sets, in milliseconds, and what it did. */
final class VirtualGate implements Effects {

    static final long MILLI = 1_000_000L;

    /** Width 2, ten may wait, nobody is promised less than 100 ms, no floor. */
    static final GateLimits LIMITS = new GateLimits(
            2,
            10,
            new GateLimits.Targets(
                    Duration.ofMillis(400), Duration.ofMillis(300), Duration.ofMillis(200), Duration.ofMillis(100)),
            0,
            Duration.ofSeconds(30));

    final AdmissionQueue queue;
    final List<Ticket> started = new ArrayList<>();
    final Map<Ticket, Refusal> refused = new LinkedHashMap<>();
    private long now;

    VirtualGate(GateLimits limits, long meanMillis) {
        queue = new AdmissionQueue("intake", GateState.fresh(limits, 0, meanMillis * MILLI), Journal.NONE);
    }

    /** Time goes on to so many milliseconds. */
    VirtualGate at(double millis) {
        now = Math.round(millis * MILLI);
        return this;
    }

    Ticket comes(TrafficClass trafficClass) {
        return comes(new Ticket(trafficClass, Ticket.NO_DEADLINE));
    }

    Ticket comesWithin(TrafficClass trafficClass, long millis) {
        return comes(new Ticket(trafficClass, now + millis * MILLI));
    }

    /** One that has waited for so long where the gate could not see it. */
    Ticket comesLate(TrafficClass trafficClass, long millis) {
        return comes(new Ticket(trafficClass, Ticket.NO_DEADLINE, millis * MILLI));
    }

    private Ticket comes(Ticket ticket) {
        queue.arrive(now, ticket, this);
        return ticket;
    }

    void come(int count, TrafficClass trafficClass) {
        for (int i = 0; i < count; i++) {
            comes(trafficClass);
        }
    }

    void finishes(Ticket ticket) {
        queue.finish(now, ticket, true, this);
    }

    void fails(Ticket ticket) {
        queue.finish(now, ticket, false, this);
    }

    /** The one that is at work longest is done. */
    void oneFinishes() {
        finishes(started.stream()
                .filter(ticket -> ticket.state == Ticket.State.RUNNING)
                .findFirst()
                .orElseThrow());
    }

    void leaves(Ticket ticket) {
        queue.leave(now, ticket);
    }

    void sweeps() {
        queue.sweep(now, this);
    }

    void limits(GateLimits limits) {
        queue.limit(now, limits, this);
    }

    @Nullable
    Refusal lookAhead(TrafficClass trafficClass, long deadlineMillis) {
        long deadline = deadlineMillis < 0 ? Ticket.NO_DEADLINE : deadlineMillis * MILLI;
        return queue.turnAway(now, trafficClass, deadline, 0, this);
    }

    Refusal refusalOf(Ticket ticket) {
        Refusal refusal = refused.get(ticket);
        if (refusal == null) {
            throw new AssertionError("ticket " + ticket.id() + " was not refused");
        }
        return refusal;
    }

    @Override
    public void start(Ticket ticket) {
        started.add(ticket);
    }

    @Override
    public void refuse(Ticket ticket, Refusal refusal) {
        refused.put(ticket, refusal);
    }
}
