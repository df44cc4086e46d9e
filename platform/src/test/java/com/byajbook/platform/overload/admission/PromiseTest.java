package com.byajbook.platform.overload.admission;

import static com.byajbook.platform.overload.admission.TrafficClass.CRITICAL;
import static com.byajbook.platform.overload.admission.TrafficClass.HIGH;
import static com.byajbook.platform.overload.admission.TrafficClass.LOW;
import static com.byajbook.platform.overload.admission.TrafficClass.NORMAL;
import static com.byajbook.platform.overload.admission.VirtualGate.LIMITS;
import static com.byajbook.platform.overload.admission.VirtualGate.MILLI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who is let in, who waits and who is refused, and what the refusal says. */
class PromiseTest {

    private final VirtualGate gate = new VirtualGate(LIMITS, 20);

    @Test
    void lets_in_at_once_while_there_is_room() {
        Ticket first = gate.at(0).comes(LOW);
        Ticket second = gate.comes(LOW);

        assertThat(gate.started).containsExactly(first, second);
        assertThat(gate.refused).isEmpty();
    }

    @Test
    void promises_what_is_ahead_times_the_mean_by_the_width() {
        gate.at(0).come(2, HIGH);
        assertThat(gate.queue.estimatedWaitNanos(0, HIGH)).isEqualTo(10 * MILLI);

        gate.come(3, HIGH);
        assertThat(gate.queue.estimatedWaitNanos(0, HIGH)).isEqualTo(40 * MILLI);
        assertThat(gate.queue.estimatedWaitNanos(0, CRITICAL))
                .as("not behind the others")
                .isEqualTo(10 * MILLI);
        assertThat(gate.queue.estimatedWaitNanos(0, LOW)).isEqualTo(40 * MILLI);
    }

    @Test
    void refuses_whom_it_would_keep_longer_than_promised_and_says_by_which_limit() {
        VirtualGate slow = new VirtualGate(LIMITS, 100);
        slow.at(0).come(2 + 2, LOW);
        Ticket tooMany = slow.comes(LOW);

        Refusal refusal = slow.refusalOf(tooMany);
        assertThat(refusal.reason()).isEqualTo(Reason.WAIT_TOO_LONG);
        assertThat(refusal.trafficClass()).isEqualTo(LOW);
        assertThat(refusal.estimatedWait()).isEqualTo(Duration.ofMillis(150));
        assertThat(refusal.limit()).isEqualTo("gate.intake.target.low");
        assertThat(refusal.limitValue()).isEqualTo(100);
        assertThat(refusal.retryAfter())
                .as("when its wait would be half of what it is let in with")
                .isBetween(Duration.ofMillis(100), Duration.ofMillis(110));
    }

    @Test
    void counts_what_somebody_waited_before_the_gate_could_see_it() {
        gate.at(0).come(1, HIGH);
        Ticket inTime = gate.comesLate(LOW, 100);
        gate.oneFinishes();
        Ticket late = gate.comesLate(LOW, 101);
        Ticket important = gate.comesLate(CRITICAL, 101);

        assertThat(gate.refused).doesNotContainKeys(inTime, important);
        assertThat(gate.refusalOf(late).reason()).isEqualTo(Reason.WAIT_TOO_LONG);
        assertThat(gate.refusalOf(late).estimatedWait()).isEqualTo(Duration.ofMillis(101));
    }

    @Test
    void refuses_nobody_for_a_pause_while_hardly_anybody_is_at_work() {
        Ticket afterPause = gate.at(0).comesLate(LOW, 5_000);

        assertThat(gate.refused).doesNotContainKey(afterPause);
        assertThat(gate.started).contains(afterPause);
    }

    @Test
    void refuses_whom_the_wait_would_leave_no_time_to_be_served() {
        gate.at(0).come(2, HIGH);

        Ticket hurried = gate.comesWithin(HIGH, 29);
        Ticket patient = gate.comesWithin(HIGH, 30);

        assertThat(gate.refusalOf(hurried).reason()).isEqualTo(Reason.DEADLINE_TOO_NEAR);
        assertThat(gate.refusalOf(hurried).limit()).isEqualTo("request-timeout-ms");
        assertThat(gate.refusalOf(hurried).limitValue()).isEqualTo(29);
        assertThat(gate.refused).doesNotContainKey(patient);
    }

    @Test
    void refuses_at_an_idle_gate_only_whose_deadline_is_over() {
        Ticket late = gate.at(50).comesWithin(HIGH, 0);
        Ticket hurried = gate.comesWithin(HIGH, 1);

        assertThat(gate.refusalOf(late).reason()).isEqualTo(Reason.DEADLINE_TOO_NEAR);
        assertThat(gate.started).as("the mean may be of another day").containsExactly(hurried);
    }

    @Test
    void refuses_when_as_many_wait_as_may_and_all_matter_as_much() {
        gate.at(0).come(2 + 10, HIGH);
        Ticket tooMany = gate.comes(HIGH);

        Refusal refusal = gate.refusalOf(tooMany);
        assertThat(refusal.reason()).isEqualTo(Reason.QUEUE_FULL);
        assertThat(refusal.limit()).isEqualTo("gate.intake.max-queued");
        assertThat(refusal.limitValue()).isEqualTo(10);
    }

    @Test
    void looks_ahead_and_says_what_an_arrival_would_be_told() {
        gate.at(0).come(2 + 10, HIGH);

        Refusal ahead = gate.lookAhead(HIGH, -1);
        Ticket arrived = gate.comes(HIGH);

        assertThat(ahead).isNotNull().extracting(Refusal::reason).isEqualTo(Reason.QUEUE_FULL);
        assertThat(ahead)
                .extracting(Refusal::estimatedWait)
                .isEqualTo(gate.refusalOf(arrived).estimatedWait());
        assertThat(arrived.id())
                .as("the one turned away had a number of its own")
                .isEqualTo(14);
    }

    @Test
    void looks_ahead_without_a_trace_when_there_is_room() {
        assertThat(gate.at(0).lookAhead(LOW, -1)).isNull();
        assertThat(gate.lookAhead(LOW, 5)).isNull();

        assertThat(gate.comes(NORMAL).id()).isEqualTo(1);
    }
}
