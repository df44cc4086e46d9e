package com.byajbook.platform.overload.admission;

import static com.byajbook.platform.overload.admission.TrafficClass.CRITICAL;
import static com.byajbook.platform.overload.admission.TrafficClass.HIGH;
import static com.byajbook.platform.overload.admission.TrafficClass.LOW;
import static com.byajbook.platform.overload.admission.VirtualGate.LIMITS;
import static com.byajbook.platform.overload.admission.VirtualGate.MILLI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a gate learns how fast its resource is, and what it makes of a stall. */
class PaceTest {

    private final VirtualGate gate = new VirtualGate(LIMITS, 20);

    @Test
    void learns_the_mean_from_what_is_done() {
        for (int i = 0; i < 200; i++) {
            Ticket ticket = gate.at(i * 100).comes(HIGH);
            gate.at(i * 100 + 5).finishes(ticket);
        }

        assertThat(gate.queue.meanService()).isCloseTo(Duration.ofMillis(5), Duration.ofNanos(100_000));
    }

    @Test
    void learns_nothing_from_failures_and_cancelled_work() {
        for (int i = 0; i < 200; i++) {
            Ticket ticket = gate.at(i * 100).comes(HIGH);
            gate.at(i * 100 + 1).fails(ticket);
        }

        assertThat(gate.queue.meanService()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void one_slow_piece_in_fifty_does_not_move_the_mean() {
        for (int i = 0; i < 1000; i++) {
            Ticket ticket = gate.at(i * 10_000).comes(HIGH);
            gate.at(i * 10_000 + (i % 50 == 0 ? 5_000 : 20)).finishes(ticket);
            assertThat(gate.queue.meanService()).isLessThan(Duration.ofMillis(25));
        }
    }

    @Test
    void follows_a_resource_that_became_slow_for_everybody_within_a_few_dozen() {
        for (int i = 0; i < 40; i++) {
            Ticket ticket = gate.at(i * 1000).comes(HIGH);
            gate.at(i * 1000 + 100).finishes(ticket);
        }

        assertThat(gate.queue.meanService()).isGreaterThan(Duration.ofMillis(75));
    }

    @Test
    void expects_the_same_of_work_that_ends_in_batches() {
        VirtualGate wide = new VirtualGate(LIMITS.withWidth(50).withMaxQueued(1000), 10);
        for (int batch = 0; batch < 40; batch++) {
            wide.at(batch * 10).come(50 - wide.queue.queued(), HIGH);
            List<Ticket> atWork = new ArrayList<>(wide.started.subList(batch * 50, wide.started.size()));
            wide.at(batch * 10 + 10);
            atWork.forEach(wide::finishes);
        }

        wide.at(400).come(50 + 100, HIGH);
        assertThat(wide.queue.estimatedWaitNanos(400 * MILLI, HIGH))
                .isCloseTo((long) (20.2 * MILLI), within(MILLI / 10));
        assertThat(wide.refused).isEmpty();
    }

    @Test
    void sheds_at_once_when_nothing_ends_any_more() {
        gate.at(0).come(2, LOW);
        gate.at(190).comes(LOW);
        assertThat(gate.refused).isEmpty();

        Ticket low = gate.at(210).comes(LOW);
        gate.comes(CRITICAL);
        assertThat(gate.refusalOf(low).reason()).isEqualTo(Reason.WAIT_TOO_LONG);
        assertThat(gate.refused)
                .as("200 ms without progress are within the promise of others")
                .containsOnlyKeys(low);

        Ticket later = gate.at(2_000).comes(CRITICAL);
        assertThat(gate.refusalOf(later).reason()).isEqualTo(Reason.WAIT_TOO_LONG);
    }

    @Test
    void is_as_before_with_the_first_that_ends_after_a_stall() {
        gate.at(0).come(2, HIGH);
        gate.at(10_000).comes(HIGH);
        assertThat(gate.refused).hasSize(1);

        gate.at(10_001).oneFinishes();
        gate.oneFinishes();
        gate.at(10_001).come(2, HIGH);

        assertThat(gate.queue.estimatedWaitNanos(10_001 * MILLI, HIGH)).isLessThan(16 * MILLI);
        assertThat(gate.comes(HIGH).state).isEqualTo(Ticket.State.WAITING);
    }

    @Test
    void a_pause_without_any_work_is_no_stall() {
        Ticket ticket = gate.at(0).comes(HIGH);
        gate.at(20).finishes(ticket);

        gate.at(3_600_000).come(2 + 5, LOW);

        assertThat(gate.refused).isEmpty();
        assertThat(gate.queue.queued()).isEqualTo(5);
    }

    @Test
    void lets_somebody_in_whenever_the_resource_is_idle_however_slow_it_was() {
        VirtualGate broken = new VirtualGate(LIMITS, 60_000);

        Ticket probe = broken.at(0).comesWithin(LOW, 50);
        broken.at(10).finishes(probe);

        assertThat(broken.started).containsExactly(probe);
        assertThat(broken.at(11).comes(LOW).startedNanos()).isEqualTo(11 * MILLI);
    }
}
