package com.byajbook.platform.overload.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** When those who were not let in are told to come back. */
class AppointmentsTest {

    private static final long MILLI = 1_000_000L;
    private static final long DAY = 600_000 * MILLI;
    private static final long LONGEST = 30_000 * MILLI;

    private final Appointments appointments = new Appointments(new Calendar(Calendar.fresh(0, 0)));

    @Test
    void stand_one_after_the_other_as_fast_as_the_gate_can_take_them() {
        long[] waits = LongStream.range(0, 100)
                .map(id -> book(TrafficClass.HIGH, 0, 20 * MILLI, 200, id))
                .toArray();

        for (int i = 0; i < waits.length; i++) {
            double slot = (20 + 5 * i) * (double) MILLI;
            assertThat((double) waits[i]).isBetween(slot, slot * 1.1);
        }
    }

    @Test
    void leave_room_for_those_who_come_of_themselves_on_an_ordinary_day() {
        ordinaryDay(150);

        long last = LongStream.range(0, 100)
                .map(id -> book(TrafficClass.HIGH, DAY, 0, 200, id))
                .max()
                .orElseThrow();

        assertThat(last).as("100 at 50 a second").isBetween(1_900 * MILLI, 2_600 * MILLI);
    }

    @Test
    void take_a_spike_for_no_ordinary_day() {
        ordinaryDay(20);
        arrivals(DAY, 5, 2_000);

        long last = LongStream.range(0, 360)
                .map(id -> book(TrafficClass.HIGH, DAY + 5_000 * MILLI, 0, 200, id))
                .max()
                .orElseThrow();

        assertThat(last).as("360 at 180 a second").isBetween(1_900 * MILLI, 2_600 * MILLI);
    }

    @Test
    void of_those_who_matter_more_stand_before_others_who_booked_already() {
        LongStream.range(0, 1000).forEach(id -> book(TrafficClass.LOW, 0, 20 * MILLI, 100, id));

        assertThat(book(TrafficClass.CRITICAL, 0, 20 * MILLI, 100, 1001)).isBetween(20 * MILLI, 22 * MILLI);
        assertThat(book(TrafficClass.LOW, 0, 20 * MILLI, 100, 1002)).isGreaterThan(9_900 * MILLI);
    }

    @Test
    void of_those_who_matter_less_stand_after_others_who_booked_already() {
        LongStream.range(0, 1000).forEach(id -> book(TrafficClass.HIGH, 0, 20 * MILLI, 100, id));

        long third = LongStream.range(1000, 1003)
                .map(id -> book(TrafficClass.LOW, 0, 20 * MILLI, 100, id))
                .max()
                .orElseThrow();
        assertThat(third).as("after the two that fit beside the first fifty").isGreaterThan(9_900 * MILLI);
    }

    @Test
    void begin_anew_when_their_time_has_passed() {
        LongStream.range(0, 100).forEach(id -> book(TrafficClass.LOW, 0, 20 * MILLI, 100, id));

        assertThat(book(TrafficClass.LOW, 2_000 * MILLI, 20 * MILLI, 100, 7)).isBetween(20 * MILLI, 22 * MILLI);
    }

    @Test
    void are_all_cancelled_when_those_who_had_one_did_not_come() {
        LongStream.range(0, 1000).forEach(id -> book(TrafficClass.LOW, 0, 20 * MILLI, 100, id));

        appointments.arrived(600 * MILLI, TrafficClass.LOW, 100);

        assertThat(book(TrafficClass.LOW, 600 * MILLI, 20 * MILLI, 100, 7)).isBetween(20 * MILLI, 22 * MILLI);
    }

    @Test
    void beyond_the_longest_are_a_spread_over_its_second_half() {
        LongStream.range(0, 10_000).forEach(id -> book(TrafficClass.LOW, 0, 0, 100, id));

        long[] waits = LongStream.range(10_000, 11_000)
                .map(id -> book(TrafficClass.LOW, 0, 0, 100, id))
                .toArray();

        assertThat(LongStream.of(waits)).allMatch(wait -> wait >= LONGEST / 2 && wait <= LONGEST);
        assertThat(LongStream.of(waits).average().orElseThrow()).isBetween(LONGEST * 0.73, LONGEST * 0.77);
    }

    @Test
    void are_the_same_for_a_gate_that_goes_on_from_a_state() {
        ordinaryDay(150);
        LongStream.range(0, 1000).forEach(id -> book(TrafficClass.LOW, DAY, 0, 200, id));
        Appointments other = new Appointments(new Calendar(appointments.state()));

        long here = book(TrafficClass.LOW, DAY + MILLI, 0, 200, 7);
        long there = other.book(TrafficClass.LOW, DAY + MILLI, 0, 200, LONGEST, 7);

        assertThat(there).isEqualTo(here);
        assertThat(other.state()).isEqualTo(appointments.state());
    }

    private void ordinaryDay(int perSecond) {
        arrivals(0, (int) (DAY / 1_000 / MILLI), perSecond);
    }

    private void arrivals(long from, int seconds, int perSecond) {
        for (long i = 0; i < (long) seconds * perSecond; i++) {
            appointments.arrived(from + i * 1_000 * MILLI / perSecond, TrafficClass.HIGH, 200);
        }
    }

    private long book(TrafficClass trafficClass, long now, long room, double perGate, long id) {
        return appointments.book(trafficClass, now, room, perGate, LONGEST, id);
    }
}
