package com.byajbook.platform.overload.decisions;

import com.byajbook.platform.overload.admission.AdmissionQueue;
import com.byajbook.platform.overload.admission.GateLimits;
import com.byajbook.platform.overload.admission.GateState;
import com.byajbook.platform.overload.admission.Journal;
import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.Ticket;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what happened lately at one gate, whole enough to decide it all again.
 *
 * <p>Two segments take turns. Each begins with the gate's state and takes events until it is full; then the older one is
 * forgotten and used again. So memory is bounded, nothing is missing in between, and in steady state nothing is allocated:
 * an event is some bytes written to an array. Guarded by the gate's lock, as the gate's queue is.
 *
 * <p>Once a segment, the gate's state is written: one step for each that runs or waits.
 */
public final class DecisionRecorder implements Journal {

    /** Room for some 30,000 arrivals with what became of them, twice. */
    public static final int DEFAULT_SEGMENT_BYTES = 512 * 1024;

    private static final int LEAST_SEGMENT_BYTES = 256;
    private static final int EVENT_AT_MOST = 64;
    private static final int CHECKPOINT_HEAD_AT_MOST = 32;

    private final String gate;
    private final int segmentBytes;
    private final InstantSource wallClock;
    private @Nullable LogBuffer old;
    private LogBuffer young = new LogBuffer();
    private int eventsFrom = -1;
    private long lastNow;
    private long lastId;

    /**
     * A record of the gate of this name.
     *
     * @param segmentBytes how many bytes of events each of the two segments takes, at least 256
     * @param wallClock tells when a segment began, so that people know of what day a log is
     */
    public DecisionRecorder(String gate, int segmentBytes, InstantSource wallClock) {
        if (segmentBytes < LEAST_SEGMENT_BYTES) {
            throw new IllegalArgumentException("a segment takes at least " + LEAST_SEGMENT_BYTES + " bytes");
        }
        this.gate = gate;
        this.segmentBytes = segmentBytes;
        this.wallClock = wallClock;
    }

    /** What is remembered now. To be called under the gate's lock; what to do with the copy needs none. */
    public DecisionCopy copy() {
        List<byte[]> segments = new ArrayList<>(2);
        if (old != null) {
            segments.add(old.copy());
        }
        if (eventsFrom >= 0) {
            segments.add(young.copy());
        }
        return new DecisionCopy(gate, wallClock.instant(), segments);
    }

    @Override
    public void settled(AdmissionQueue queue) {
        if (eventsFrom < 0 || young.size() - eventsFrom >= segmentBytes) {
            turn(queue.state());
        }
    }

    @Override
    public void arrived(long now, long id, TrafficClass trafficClass, long deadlineNanos, long lateNanos) {
        boolean hurried = deadlineNanos != Ticket.NO_DEADLINE;
        boolean late = lateNanos > 0;
        begin(EventKind.ARRIVED.with(EventKind.arrival(trafficClass, hurried, late)), now);
        if (hurried) {
            young.putSigned(deadlineNanos - now);
        }
        if (late) {
            young.putUnsigned(lateNanos);
        }
        lastId = id;
    }

    @Override
    public void left(long now, long id) {
        begin(EventKind.LEFT.with(0), now);
        young.putUnsigned(lastId - id);
    }

    @Override
    public void finished(long now, long id, boolean completed) {
        begin(EventKind.FINISHED.with(completed ? 1 : 0), now);
        young.putUnsigned(lastId - id);
    }

    @Override
    public void swept(long now) {
        begin(EventKind.SWEPT.with(0), now);
    }

    @Override
    public void limited(long now, GateLimits limits) {
        begin(EventKind.LIMITED.with(0), now);
        StateCodec.putLimits(young, limits);
    }

    @Override
    public void started(long now, long id) {
        begin(EventKind.STARTED.with(0), now);
        young.putUnsigned(lastId - id);
    }

    @Override
    public void refused(long now, long id, Refusal refusal) {
        int argument = refusal.reason().ordinal() | NamedLimit.in(refusal).ordinal() << EventKind.BITS;
        begin(EventKind.REFUSED.with(argument), now);
        young.putUnsigned(lastId - id);
        young.putSigned(refusal.estimatedWait().toNanos());
        young.putSigned(refusal.limitValue());
        young.putSigned(refusal.retryAfter().toNanos());
    }

    private void begin(int first, long now) {
        young.room(EVENT_AT_MOST);
        young.put(first);
        young.putSigned(now - lastNow);
        lastNow = now;
    }

    private void turn(GateState state) {
        if (eventsFrom < 0) {
            lastNow = state.lastProgressNanos();
        } else {
            LogBuffer forgotten = old == null ? new LogBuffer() : old;
            old = young;
            young = forgotten;
            young.clear();
        }
        lastId = state.lastId();
        young.room(CHECKPOINT_HEAD_AT_MOST);
        // Not millis(): the JDK's clock that ticks in microseconds divides by zero there.
        young.putSigned(wallClock.instant().toEpochMilli());
        young.putSigned(lastNow);
        StateCodec.putState(young, state);
        eventsFrom = young.size();
    }
}
