package com.byajbook.platform.overload.admission;

import static com.byajbook.platform.overload.admission.TrafficClass.CRITICAL;
import static com.byajbook.platform.overload.admission.TrafficClass.HIGH;
import static com.byajbook.platform.overload.admission.TrafficClass.LOW;
import static com.byajbook.platform.overload.admission.TrafficClass.NORMAL;
import static com.byajbook.platform.overload.admission.VirtualGate.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who goes first, whose place is taken, and whose time is over. */
class OrderTest {

    private final VirtualGate gate = new VirtualGate(LIMITS, 20);

    @Test
    void serves_who_matters_more_first_and_otherwise_who_came_first() {
        gate.at(0).come(2, NORMAL);
        Ticket low = gate.comes(LOW);
        Ticket high = gate.comes(HIGH);
        Ticket otherHigh = gate.comes(HIGH);
        Ticket critical = gate.comes(CRITICAL);

        for (int i = 0; i < 4; i++) {
            gate.at(20).oneFinishes();
        }

        assertThat(gate.started.subList(2, 6)).containsExactly(critical, high, otherHigh, low);
    }

    @Test
    void lets_the_longest_waiting_go_first_now_and_then_so_that_nobody_starves() {
        VirtualGate floored = new VirtualGate(LIMITS.withFloorEvery(4), 20);
        floored.at(0).come(2, CRITICAL);
        Ticket low = floored.at(1).comes(LOW);
        floored.at(2).come(6, CRITICAL);

        floored.at(20).oneFinishes();
        assertThat(low.startedNanos()).isZero();
        floored.at(21).oneFinishes();

        assertThat(floored.started.get(3)).as("the fourth start").isSameAs(low);
    }

    @Test
    void a_full_queue_takes_a_more_important_one_in_place_of_the_newest_of_the_least_important() {
        gate.at(0).come(2 + 5, LOW);
        gate.come(4, NORMAL);
        Ticket newestLow = gate.comes(LOW);
        Ticket critical = gate.comes(CRITICAL);

        Refusal refusal = gate.refusalOf(newestLow);
        assertThat(gate.refused).containsOnlyKeys(newestLow);
        assertThat(refusal.reason()).isEqualTo(Reason.DISPLACED);
        assertThat(refusal.limit()).isEqualTo("gate.intake.max-queued");
        assertThat(critical.state).isEqualTo(Ticket.State.WAITING);
        assertThat(gate.queue.queued()).isEqualTo(10);
    }

    @Test
    void tells_one_who_has_no_hope_left_when_a_more_important_one_comes_and_not_when_its_time_is_over() {
        VirtualGate wide = new VirtualGate(LIMITS.withMaxQueued(1000), 20);
        wide.at(0).come(2, HIGH);
        Ticket low = wide.comes(LOW);
        wide.come(18, CRITICAL);
        assertThat(wide.refused).isEmpty();

        wide.come(10, CRITICAL);

        assertThat(wide.refusalOf(low).reason()).isEqualTo(Reason.DISPLACED);
    }

    @Test
    void drops_unserved_whose_deadline_is_over_when_its_turn_comes() {
        gate.at(0).come(2, HIGH);
        Ticket hurried = gate.comesWithin(HIGH, 60);
        Ticket patient = gate.comes(HIGH);

        gate.at(61).oneFinishes();

        Refusal refusal = gate.refusalOf(hurried);
        assertThat(refusal.reason()).isEqualTo(Reason.EXPIRED);
        assertThat(refusal.limit()).isEqualTo("request-timeout-ms");
        assertThat(refusal.limitValue()).isEqualTo(60);
        assertThat(refusal.estimatedWait()).as("how long it waited").isEqualTo(Duration.ofMillis(61));
        assertThat(gate.started).endsWith(patient);
    }

    @Test
    void gives_up_one_that_waits_twice_as_long_as_promised() {
        gate.at(0).come(2, LOW);
        Ticket low = gate.comes(LOW);

        gate.at(200).sweeps();
        assertThat(gate.refused).isEmpty();
        gate.at(200.001).sweeps();

        assertThat(gate.refusalOf(low).reason()).isEqualTo(Reason.EXPIRED);
        assertThat(gate.refusalOf(low).limit()).isEqualTo("gate.intake.target.low");
    }

    @Test
    void an_arrival_clears_away_all_whose_time_is_over() {
        VirtualGate wide = new VirtualGate(LIMITS.withMaxQueued(100), 1);
        wide.at(0).come(2 + 50, LOW);

        wide.at(201).comes(CRITICAL);

        assertThat(wide.refused).hasSize(50);
        assertThat(wide.queue.queued()).isEqualTo(1);
    }

    @Test
    void one_who_leaves_is_not_served_and_leaving_twice_is_nothing() {
        gate.at(0).come(2, HIGH);
        Ticket gone = gate.comes(HIGH);
        Ticket next = gate.comes(HIGH);

        gate.at(5).leaves(gone);
        gate.leaves(gone);
        gate.at(20).oneFinishes();

        assertThat(gate.started).endsWith(next).doesNotContain(gone);
        assertThat(gate.refused).isEmpty();
    }

    @Test
    void a_permit_is_given_back_once() {
        Ticket ticket = gate.at(0).comes(HIGH);
        gate.finishes(ticket);

        assertThatThrownBy(() -> gate.finishes(ticket)).isInstanceOf(IllegalStateException.class);
        assertThat(gate.queue.running()).isZero();
    }

    @Test
    void a_raised_width_lets_in_those_who_wait_at_once() {
        gate.at(0).come(2 + 4, HIGH);

        gate.limits(LIMITS.withWidth(5));

        assertThat(gate.queue.running()).isEqualTo(5);
        assertThat(gate.queue.queued()).isEqualTo(1);
    }

    @Test
    void a_lowered_width_takes_no_permit_back_and_gives_none_until_enough_are_back() {
        VirtualGate wide = new VirtualGate(LIMITS.withWidth(4), 20);
        wide.at(0).come(4 + 2, HIGH);

        wide.limits(LIMITS.withWidth(2));
        assertThat(wide.queue.running()).isEqualTo(4);
        wide.at(20).oneFinishes();
        wide.oneFinishes();
        assertThat(wide.queue.running()).isEqualTo(2);
        assertThat(wide.queue.queued()).isEqualTo(2);

        wide.oneFinishes();
        assertThat(wide.queue.running()).isEqualTo(2);
        assertThat(wide.queue.queued()).isEqualTo(1);
    }
}
