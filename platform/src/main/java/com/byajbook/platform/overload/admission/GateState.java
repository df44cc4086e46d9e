package com.byajbook.platform.overload.admission;

import java.util.List;

/**
 * All that a gate's next decision depends on. A gate that begins from it decides as the one it was taken from.
 *
 * @param lastId the number of the newest ticket
 * @param meanServiceNanos the mean time in service
 * @param lastProgressNanos when work last ended, or the gate last filled up
 * @param starts how many were let in since the gate was made
 * @param throughput how many are finished when there is too much to do
 * @param appointments who is expected back when
 * @param running those with a permit
 * @param waiting those that wait, by class and then in order
 */
public record GateState(
        GateLimits limits,
        long lastId,
        double meanServiceNanos,
        long lastProgressNanos,
        long starts,
        long[] throughput,
        long[] appointments,
        List<Held> running,
        List<Held> waiting) {

    /** A ticket, as far as it matters. */
    public record Held(
            long id,
            TrafficClass trafficClass,
            long arrivedNanos,
            long startedNanos,
            long deadlineNanos,
            long expiresNanos) {

        static Held of(Ticket ticket) {
            return new Held(
                    ticket.id,
                    ticket.trafficClass(),
                    ticket.arrivedNanos,
                    ticket.startedNanos,
                    ticket.deadlineNanos(),
                    ticket.expiresNanos);
        }

        Ticket revive(Ticket.State state) {
            Ticket ticket = new Ticket(trafficClass, deadlineNanos);
            ticket.id = id;
            ticket.arrivedNanos = arrivedNanos;
            ticket.startedNanos = startedNanos;
            ticket.expiresNanos = expiresNanos;
            ticket.state = state;
            return ticket;
        }
    }

    /** A gate that nobody has passed yet. */
    public static GateState fresh(GateLimits limits, long now, long firstGuessOfServiceNanos) {
        return new GateState(
                limits,
                0,
                firstGuessOfServiceNanos,
                now,
                0,
                Throughput.fresh(now),
                Calendar.fresh(now),
                List.of(),
                List.of());
    }
}
