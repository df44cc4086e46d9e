package com.byajbook.platform.overload.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** When those who were not let in are told to come back, by a gate that can take 100 a second. */
class AppointmentsTest {

    private static final long MILLI = 1_000_000L;
    private static final long DAY = 600_000 * MILLI;
    private static final long LONGEST = 30_000 * MILLI;
    private static final double GATE = 100;

    private final Appointments appointments = atGateWhereNobodyComesOfThemselves();

    @Test
    void stand_one_after_the_other_and_leave_a_twentieth_of_the_gate_free() {
        long[] waits = LongStream.range(0, 95).map(id -> book(0, id)).toArray();

        for (int i = 0; i < waits.length; i++) {
            double slot = (5 + 1000.0 / 95 * i) * MILLI;
            assertThat((double) waits[i]).isBetween(slot - 30 * MILLI, slot * 1.1 + 30 * MILLI);
        }
    }

    @Test
    void are_not_before_there_is_room() {
        assertThat(appointments.book(0, 700 * MILLI, GATE, LONGEST, 1)).isBetween(700 * MILLI, 770 * MILLI);
    }

    @Test
    void leave_room_for_those_who_come_of_themselves_on_an_ordinary_day() {
        arrivals(0, 600, 45);

        assertThat(lastOf(100, DAY)).as("100 at 50 a second").isBetween(1_800 * MILLI, 2_200 * MILLI);
    }

    @Test
    void take_a_spike_for_no_ordinary_day() {
        arrivals(0, 600, 45);
        arrivals(DAY, 5, 2_000);

        assertThat(lastOf(100, DAY + 5_000 * MILLI)).isBetween(1_800 * MILLI, 2_200 * MILLI);
    }

    @Test
    void do_not_take_those_who_come_as_told_for_newcomers() {
        arrivals(0, 600, 45);
        long last = lastOf(1_000, DAY);
        assertThat(last).isBetween(19_000 * MILLI, 21_000 * MILLI);

        arrivals(DAY, 20, 95);

        assertThat(lastOf(100, DAY + 20_000 * MILLI)).isBetween(1_800 * MILLI, 2_300 * MILLI);
    }

    @Test
    void leave_a_tenth_of_the_gate_to_those_who_come_back_however_many_others_come() {
        arrivals(0, 600, 99);

        assertThat(lastOf(100, DAY)).as("100 at 10 a second").isBetween(9_000 * MILLI, 11_000 * MILLI);
    }

    @Test
    void follow_a_gate_that_became_slower() {
        for (int second = 0; second < 60; second++) {
            appointments.arrived(second * 1_000 * MILLI, 20);
        }

        long last = LongStream.range(0, 90)
                .map(id -> appointments.book(60_000 * MILLI, 0, 20, LONGEST, id))
                .max()
                .orElseThrow();
        assertThat(last).as("90 at 18 a second").isBetween(4_500 * MILLI, 5_500 * MILLI);
    }

    @Test
    void begin_anew_when_their_time_has_passed() {
        lastOf(95, 0);

        assertThat(book(2_000 * MILLI, 7)).isLessThan(6 * MILLI);
    }

    @Test
    void are_all_cancelled_when_those_who_had_one_stay_away() {
        lastOf(1_000, 0);

        appointments.arrived(1_000 * MILLI, GATE);
        assertThat(book(1_000 * MILLI, 7)).as("they may be late").isGreaterThan(9_000 * MILLI);

        appointments.arrived(2_000 * MILLI, GATE);
        assertThat(book(2_000 * MILLI, 8)).isLessThan(6 * MILLI);
    }

    @Test
    void beyond_the_longest_are_a_spread_over_its_second_half() {
        lastOf(10_000, 0);

        long[] waits = LongStream.range(10_000, 11_000).map(id -> book(0, id)).toArray();

        assertThat(LongStream.of(waits)).allMatch(wait -> wait >= LONGEST / 2 && wait <= LONGEST);
        assertThat(LongStream.of(waits).average().orElseThrow()).isBetween(LONGEST * 0.73, LONGEST * 0.77);
    }

    @Test
    void are_the_same_for_a_gate_that_goes_on_from_a_state() {
        arrivals(0, 600, 30);
        lastOf(1_000, DAY);
        Appointments other = new Appointments(new Calendar(appointments.state()));

        assertThat(other.state()).isEqualTo(appointments.state());
        long there = other.book(DAY + MILLI, 0, GATE, LONGEST, 7);
        assertThat(book(DAY + MILLI, 7)).isEqualTo(there);
    }

    private static Appointments atGateWhereNobodyComesOfThemselves() {
        Appointments quiet = new Appointments(new Calendar(Calendar.fresh(-DAY)));
        for (long time = -DAY; time < 0; time += 100 * Calendar.SLICE_NANOS) {
            quiet.arrived(time, GATE);
        }
        return quiet;
    }

    private void arrivals(long from, int seconds, int perSecond) {
        for (long i = 0; i < (long) seconds * perSecond; i++) {
            appointments.arrived(from + i * 1_000 * MILLI / perSecond, GATE);
        }
    }

    private long lastOf(int count, long now) {
        return LongStream.range(0, count).map(id -> book(now, id)).max().orElseThrow();
    }

    private long book(long now, long id) {
        return appointments.book(now, 0, GATE, LONGEST, id);
    }
}
