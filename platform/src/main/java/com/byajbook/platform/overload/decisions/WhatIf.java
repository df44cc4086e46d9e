package com.byajbook.platform.overload.decisions;

import com.byajbook.platform.overload.admission.AdmissionQueue;
import com.byajbook.platform.overload.admission.Effects;
import com.byajbook.platform.overload.admission.GateLimits;
import com.byajbook.platform.overload.admission.GateState;
import com.byajbook.platform.overload.admission.Journal;
import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.Ticket;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the same gate would have done with other limits: the same people come at the same times, and the policy decides.
 *
 * <p>Assumed, since a log cannot know it: work takes as long as it took, and the median of its class when it was not let
 * in then; nobody comes again, or stays away, because of another answer; and the resource is not slower with more at work.
 */
public final class WhatIf {

    private record End(long at, Ticket ticket) {}

    private final Past past;
    private final UnaryOperator<GateLimits> settings;
    private final AdmissionQueue queue;
    private final Map<Long, Ticket> tickets = new HashMap<>();
    private final Set<Ticket> running = new HashSet<>();
    private final Queue<End> ends = new PriorityQueue<>(Comparator.comparingLong(End::at)
            .thenComparingLong(end -> end.ticket().id()));
    private final Fate fate = new Fate();
    private long now;

    private WhatIf(DecisionLog log, UnaryOperator<GateLimits> settings, Journal journal) {
        this.past = Past.of(log);
        this.settings = settings;
        this.queue = new AdmissionQueue(log.gate(), log.begin(), journal);
        Set<Long> atWork = new HashSet<>(
                log.begin().running().stream().map(GateState.Held::id).toList());
        queue.held().forEach(ticket -> {
            tickets.put(ticket.id(), ticket);
            if (atWork.contains(ticket.id())) {
                running.add(ticket);
            }
        });
        this.now = log.segments().get(0).beganNanos();
    }

    /**
     * Compares what happened with what would have happened.
     *
     * @param settings as {@code target.high=50ms} or {@code gate.intake.width=20}
     * @throws DecisionLogException when a setting is none of the gate's limits
     */
    public static Comparison of(DecisionLog log, List<String> settings) {
        Tally before = new Tally();
        log.play(before);
        Tally after = new Tally();
        UnaryOperator<GateLimits> change = Settings.of(log.gate(), settings);
        new WhatIf(log, change, after).run(log);
        return new Comparison(log, settings, before, after);
    }

    private void run(DecisionLog log) {
        GateLimits begin = queue.limits();
        GateLimits changed = settings.apply(begin);
        if (!changed.equals(begin)) {
            queue.limit(now, changed, fate);
        }
        log.play(new Again());
    }

    private void goOnTo(long time) {
        while (!ends.isEmpty() && ends.element().at() <= time) {
            End end = ends.remove();
            now = end.at();
            finish(end.ticket());
        }
        now = time;
    }

    private void finish(Ticket ticket) {
        running.remove(ticket);
        tickets.remove(ticket.id());
        queue.finish(now, ticket, past.isCompleted(ticket.id()), fate);
    }

    /** What came from outside comes again; what was decided then is of no interest. */
    private final class Again implements Journal {

        @Override
        public void arrived(long time, long id, TrafficClass trafficClass, long deadlineNanos, long lateNanos) {
            goOnTo(time);
            Ticket ticket = new Ticket(trafficClass, deadlineNanos, lateNanos);
            tickets.put(id, ticket);
            queue.arrive(now, ticket, fate);
        }

        @Override
        public void left(long time, long id) {
            goOnTo(time);
            Ticket ticket = tickets.get(id);
            if (ticket != null) {
                queue.leave(now, ticket);
            }
        }

        /** One that was let in at the same time as then ends when it did then; the others have an end of their own. */
        @Override
        public void finished(long time, long id, boolean completed) {
            goOnTo(time);
            Ticket ticket = tickets.get(id);
            if (ticket != null && running.contains(ticket) && past.startedAt(id, ticket.startedNanos())) {
                finish(ticket);
            }
        }

        @Override
        public void swept(long time) {
            goOnTo(time);
            queue.sweep(now, fate);
        }

        @Override
        public void limited(long time, GateLimits limits) {
            goOnTo(time);
            queue.limit(now, settings.apply(limits), fate);
        }
    }

    /** What becomes of them now. */
    private final class Fate implements Effects {

        @Override
        public void start(Ticket ticket) {
            running.add(ticket);
            if (!past.startedAt(ticket.id(), now)) {
                ends.add(new End(now + past.serviceNanos(ticket.id()), ticket));
            }
        }

        @Override
        public void refuse(Ticket ticket, Refusal refusal) {
            tickets.remove(ticket.id());
        }
    }
}
