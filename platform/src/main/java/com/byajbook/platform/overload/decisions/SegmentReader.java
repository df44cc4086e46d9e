package com.byajbook.platform.overload.decisions;

import com.byajbook.platform.overload.admission.GateState;
import com.byajbook.platform.overload.admission.Journal;
import com.byajbook.platform.overload.admission.Reason;
import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.Ticket;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells a {@link Journal} what a segment says, in the order in which it happened. */
final class SegmentReader {

    private static final int REASON_MASK = (1 << EventKind.BITS) - 1;
    private static final Reason[] REASONS = Reason.values();

    private final String gate;
    private final LogCursor cursor;
    private final Journal journal;
    private final Map<Long, TrafficClass> present = new HashMap<>();
    private long now;
    private long lastId;

    SegmentReader(String gate, Segment segment, Journal journal) {
        this.gate = gate;
        this.cursor = new LogCursor(segment.events());
        this.journal = journal;
        this.now = segment.beganNanos();
        this.lastId = segment.state().lastId();
        remember(segment.state().running());
        remember(segment.state().waiting());
    }

    private void remember(List<GateState.Held> tickets) {
        tickets.forEach(held -> present.put(held.id(), held.trafficClass()));
    }

    void play() {
        while (!cursor.isAtEnd()) {
            int first = cursor.get();
            now += cursor.getSigned();
            playOne(EventKind.of(first), EventKind.argumentOf(first));
        }
    }

    private void playOne(EventKind kind, int argument) {
        switch (kind) {
            case ARRIVED -> arrived(argument);
            case LEFT -> journal.left(now, ended());
            case FINISHED -> journal.finished(now, ended(), argument == 1);
            case SWEPT -> journal.swept(now);
            case LIMITED -> journal.limited(now, StateCodec.getLimits(cursor));
            case STARTED -> journal.started(now, known());
            case REFUSED -> refused(argument);
        }
    }

    private void arrived(int argument) {
        TrafficClass trafficClass = StateCodec.classOf(EventKind.classIn(argument));
        long deadline = EventKind.isHurried(argument) ? now + cursor.getSigned() : Ticket.NO_DEADLINE;
        long late = EventKind.isLate(argument) ? cursor.getUnsigned() : 0;
        lastId++;
        present.put(lastId, trafficClass);
        journal.arrived(now, lastId, trafficClass, deadline, late);
    }

    private void refused(int argument) {
        int reason = argument & REASON_MASK;
        if (reason >= REASONS.length) {
            throw DecisionLogException.damaged("it names a reason that does not exist");
        }
        NamedLimit limit = NamedLimit.of(argument >>> EventKind.BITS);
        long id = known();
        TrafficClass trafficClass = present.remove(id);
        Duration wait = Duration.ofNanos(cursor.getSigned());
        long value = cursor.getSigned();
        Duration retryAfter = Duration.ofNanos(cursor.getSigned());
        journal.refused(
                now,
                id,
                new Refusal(
                        gate, REASONS[reason], trafficClass, wait, limit.name(gate, trafficClass), value, retryAfter));
    }

    private long known() {
        long id = lastId - cursor.getUnsigned();
        if (!present.containsKey(id)) {
            throw DecisionLogException.damaged("it tells of somebody who never came");
        }
        return id;
    }

    private long ended() {
        long id = known();
        present.remove(id);
        return id;
    }
}
