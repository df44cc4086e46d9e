package com.byajbook.platform.overload.decisions;

import com.byajbook.platform.overload.admission.Journal;
import com.byajbook.platform.overload.admission.Reason;
import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts what became of those who came; the same for what happened and for what would have happened. */
final class Tally implements Journal {

    private record Present(TrafficClass trafficClass, long arrivedNanos) {}

    private final Map<Long, Present> present = new HashMap<>();
    private final Map<TrafficClass, OfClass> byClass = new EnumMap<>(TrafficClass.class);

    Tally() {
        for (TrafficClass trafficClass : TrafficClass.values()) {
            byClass.put(trafficClass, new OfClass());
        }
    }

    OfClass of(TrafficClass trafficClass) {
        OfClass ofClass = byClass.get(trafficClass);
        if (ofClass == null) {
            throw new IllegalStateException("no tally of " + trafficClass);
        }
        return ofClass;
    }

    @Override
    public void arrived(long now, long id, TrafficClass trafficClass, long deadlineNanos, long lateNanos) {
        present.put(id, new Present(trafficClass, now));
        of(trafficClass).came++;
    }

    @Override
    public void started(long now, long id) {
        Present one = present.remove(id);
        if (one != null) {
            of(one.trafficClass()).letIn(now - one.arrivedNanos());
        }
    }

    @Override
    public void refused(long now, long id, Refusal refusal) {
        Present one = present.remove(id);
        if (one != null) {
            of(one.trafficClass()).refused.merge(refusal.reason(), 1L, Long::sum);
        }
    }

    @Override
    public void left(long now, long id) {
        Present one = present.remove(id);
        if (one != null) {
            of(one.trafficClass()).left++;
        }
    }

    /** What became of one class. */
    static final class OfClass {
        private final Map<Reason, Long> refused = new EnumMap<>(Reason.class);
        private long[] waits = new long[64];
        private int letIn;
        private long came;
        private long left;

        private void letIn(long wait) {
            if (letIn == waits.length) {
                waits = Arrays.copyOf(waits, 2 * letIn);
            }
            waits[letIn++] = wait;
        }

        long came() {
            return came;
        }

        long letIn() {
            return letIn;
        }

        long left() {
            return left;
        }

        long refused(Reason reason) {
            return refused.getOrDefault(reason, 0L);
        }

        /** The wait, in nanoseconds, that this part of those let in did not exceed; 0 when nobody was. */
        long wait(double part) {
            long[] sorted = Arrays.copyOf(waits, letIn);
            Arrays.sort(sorted);
            return letIn == 0 ? 0 : sorted[(int) Math.min(letIn - 1L, (long) (part * letIn))];
        }
    }
}
