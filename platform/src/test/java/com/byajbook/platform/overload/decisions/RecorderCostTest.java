package com.byajbook.platform.overload.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.overload.admission.AdmissionQueue;
import com.byajbook.platform.overload.admission.Effects;
import com.byajbook.platform.overload.admission.GateState;
import com.byajbook.platform.overload.admission.Journal;
import com.byajbook.platform.overload.admission.RandomCrowd;
import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.Ticket;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** What it costs to remember. The times are printed and not asserted, since machines differ; bytes do not. */
class RecorderCostTest {

    private static final int VISITS = 300_000;
    private static final long MILLI = 1_000_000L;

    @Test
    void allocates_nothing_in_steady_state_but_the_state_at_a_turn() {
        DecisionRecorder recorder =
                new DecisionRecorder("intake", DecisionRecorder.DEFAULT_SEGMENT_BYTES, InstantSource.system());
        visits(recorder);

        long without = allocatedBy(Journal.NONE);
        long with = allocatedBy(recorder);

        assertThat((double) (with - without) / VISITS).as("bytes a visit").isLessThan(1);
    }

    @Test
    void prints_what_it_adds_to_a_decision() {
        DecisionRecorder recorder =
                new DecisionRecorder("intake", DecisionRecorder.DEFAULT_SEGMENT_BYTES, InstantSource.system());
        long best = Long.MAX_VALUE;
        long bestWith = Long.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            best = Math.min(best, visits(Journal.NONE));
            bestWith = Math.min(bestWith, visits(recorder));
        }
        System.out.printf(
                "A visit (arrival, start, end) at a gate: %d ns, and %d ns more to remember its three events%n",
                best / VISITS, (bestWith - best) / VISITS);
        assertThat(recorder.copy().encode()).hasSizeGreaterThan(DecisionRecorder.DEFAULT_SEGMENT_BYTES);
    }

    private static long allocatedBy(Journal journal) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        visits(journal);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** Returns how many nanoseconds they took. */
    private static long visits(Journal journal) {
        Deque<Ticket> atWork = new ArrayDeque<>();
        Effects effects = new Effects() {
            @Override
            public void start(Ticket ticket) {
                atWork.add(ticket);
            }

            @Override
            public void refuse(Ticket ticket, Refusal refusal) {}
        };
        AdmissionQueue queue =
                new AdmissionQueue("intake", GateState.fresh(RandomCrowd.LIMITS, 0, 10 * MILLI), journal);
        long begin = System.nanoTime();
        for (long visit = 0; visit < VISITS; visit++) {
            long now = visit * 3 * MILLI;
            queue.arrive(now, new Ticket(TrafficClass.HIGH, Ticket.NO_DEADLINE), effects);
            if (atWork.size() == RandomCrowd.LIMITS.width()) {
                queue.finish(now + MILLI, atWork.remove(), true, effects);
            }
        }
        return System.nanoTime() - begin;
    }
}
