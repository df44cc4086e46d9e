package com.byajbook.platform.overload.decisions;

import com.byajbook.platform.overload.admission.AdmissionQueue;
import com.byajbook.platform.overload.admission.Effects;
import com.byajbook.platform.overload.admission.GateLimits;
import com.byajbook.platform.overload.admission.Journal;
import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.Ticket;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what happened to the same policy again and compares what it decides with what it decided then. */
public final class Replay {

    private record Decision(long at, long id, @Nullable Refusal refusal) {}

    private final DecisionLog log;
    private final AdmissionQueue queue;
    private final Map<Long, Ticket> tickets = new HashMap<>();
    private final Deque<Decision> decided = new ArrayDeque<>();
    private long decisions;
    private long identical;
    private String firstDifference = "";

    private Replay(DecisionLog log) {
        this.log = log;
        this.queue = new AdmissionQueue(log.gate(), log.begin(), new Anew());
        queue.held().forEach(ticket -> tickets.put(ticket.id(), ticket));
    }

    /** Decides the whole log again. */
    public static Fidelity verify(DecisionLog log) {
        return new Replay(log).run();
    }

    private Fidelity run() {
        for (Segment segment : log.segments()) {
            if (!segment.beginsWith(queue.state())) {
                differs("the gate's state where the segment of " + segment.beganAt() + " begins");
            }
            log.play(segment, new Then());
            expectNoMore();
        }
        return new Fidelity(decisions, identical, firstDifference);
    }

    private void compare(Decision then) {
        decisions++;
        Decision now = decided.poll();
        if (then.equals(now)) {
            identical++;
        } else {
            differs("then " + then + ", now " + now);
        }
    }

    private void expectNoMore() {
        if (!decided.isEmpty()) {
            differs("now also " + decided.peek());
            decided.clear();
        }
    }

    private void differs(String how) {
        if (firstDifference.isEmpty()) {
            firstDifference = how;
        }
    }

    private Ticket get(long id) {
        Ticket ticket = tickets.get(id);
        if (ticket == null) {
            throw DecisionLogException.damaged("it tells of somebody who never came");
        }
        return ticket;
    }

    /** What the log says: what came from outside is put to the queue, what was decided is compared. */
    private final class Then implements Journal {

        @Override
        public void arrived(long now, long id, TrafficClass trafficClass, long deadlineNanos, long lateNanos) {
            expectNoMore();
            Ticket ticket = new Ticket(trafficClass, deadlineNanos, lateNanos);
            tickets.put(id, ticket);
            queue.arrive(now, ticket, Ignored.EFFECTS);
        }

        @Override
        public void left(long now, long id) {
            expectNoMore();
            queue.leave(now, get(id));
            tickets.remove(id);
        }

        @Override
        public void finished(long now, long id, boolean completed) {
            expectNoMore();
            try {
                queue.finish(now, get(id), completed, Ignored.EFFECTS);
            } catch (IllegalStateException notRunning) {
                differs("then ticket " + id + " was at work, and now it is not");
            }
            tickets.remove(id);
        }

        @Override
        public void swept(long now) {
            expectNoMore();
            queue.sweep(now, Ignored.EFFECTS);
        }

        @Override
        public void limited(long now, GateLimits limits) {
            expectNoMore();
            queue.limit(now, limits, Ignored.EFFECTS);
        }

        @Override
        public void started(long now, long id) {
            compare(new Decision(now, id, null));
        }

        @Override
        public void refused(long now, long id, Refusal refusal) {
            compare(new Decision(now, id, refusal));
            tickets.remove(id);
        }
    }

    /** What the queue decides this time. */
    private final class Anew implements Journal {

        @Override
        public void started(long now, long id) {
            decided.add(new Decision(now, id, null));
        }

        @Override
        public void refused(long now, long id, Refusal refusal) {
            decided.add(new Decision(now, id, refusal));
        }
    }

    /** Consequences are of no interest: the log says what they were. */
    private enum Ignored implements Effects {
        EFFECTS;

        @Override
        public void start(Ticket ticket) {}

        @Override
        public void refuse(Ticket ticket, Refusal refusal) {}
    }
}
