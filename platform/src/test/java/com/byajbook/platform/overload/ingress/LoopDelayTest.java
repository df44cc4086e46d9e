package com.byajbook.platform.overload.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a loop knows of how long requests wait for it, on a clock that the test moves. */
class LoopDelayTest {

    private static final long MILLI = 1_000_000L;
    private static final long TICK = LoopDelay.TICK_NANOS;

    private final LoopDelay delay = new LoopDelay();

    @Test
    void is_nothing_for_the_first_request_after_a_rest() {
        assertThat(delay.ofRequest(0)).isZero();
        assertThat(delay.isAtRest()).isTrue();
    }

    @Test
    void is_nothing_while_ticks_come_when_they_are_due() {
        delay.ofRequest(0);
        delay.begun(0);
        for (long tick = TICK; tick < 10 * TICK; tick += TICK) {
            assertThat(delay.ofRequest(tick - MILLI)).isZero();
            assertThat(delay.ticked(tick)).isTrue();
        }
    }

    @Test
    void grows_while_a_tick_is_overdue() {
        delay.ofRequest(0);
        delay.begun(0);

        assertThat(delay.ofRequest(TICK + 70 * MILLI)).isEqualTo(70 * MILLI);
        assertThat(delay.ofRequest(TICK + 90 * MILLI)).isEqualTo(90 * MILLI);
    }

    @Test
    void is_half_of_the_last_turn_for_those_who_came_during_it() {
        delay.ofRequest(0);
        delay.begun(0);
        delay.ticked(TICK + 80 * MILLI);

        assertThat(delay.lastLateNanos()).isEqualTo(80 * MILLI);
        assertThat(delay.ofRequest(TICK + 81 * MILLI)).isEqualTo(40 * MILLI);
        assertThat(delay.ofRequest(2 * TICK + 80 * MILLI + 5 * MILLI)).isEqualTo(45 * MILLI);
    }

    @Test
    void does_not_stand_after_one_long_turn_among_short_ones() {
        delay.ofRequest(0);
        delay.begun(0);
        long now = TICK;
        for (int i = 0; i < 5; i++) {
            delay.ticked(now);
            delay.ofRequest(now + MILLI);
            now += TICK;
        }
        now += 60 * MILLI;
        delay.ticked(now);

        assertThat(delay.ofRequest(now + MILLI)).isEqualTo(30 * MILLI);
        assertThat(delay.standing(now + MILLI)).isZero();
    }

    @Test
    void stands_when_the_last_three_turns_were_long() {
        delay.ofRequest(0);
        delay.begun(0);
        delay.ticked(TICK);
        long now = TICK;
        for (int late = 40; late <= 60; late += 5) {
            delay.ofRequest(now + MILLI);
            now += TICK + late * MILLI;
            delay.ticked(now);
        }

        assertThat(delay.standing(now + MILLI))
                .as("half of 50, of 55 and of 60")
                .isEqualTo(25 * MILLI);
    }

    @Test
    void is_forgotten_after_a_turn_in_which_nobody_came() {
        delay.ofRequest(0);
        delay.begun(0);
        assertThat(delay.ticked(TICK + 80 * MILLI)).isTrue();
        assertThat(delay.ticked(2 * TICK + 200 * MILLI)).isFalse();

        assertThat(delay.isAtRest()).isTrue();
        assertThat(delay.ofRequest(3 * TICK + 300 * MILLI)).isZero();
    }

    @Test
    void stays_within_its_promise_when_the_rest_of_a_turn_is_refused() {
        long now = 0;
        long longest = 0;
        delay.ofRequest(now);
        delay.begun(now);
        long due = TICK;
        for (int turn = 0; turn < 100; turn++) {
            for (int ready = 0; ready < 400; ready++) {
                boolean served = delay.ofRequest(now) <= 100 * MILLI;
                now += served ? MILLI : MILLI / 50;
            }
            now = Math.max(now, due);
            longest = Math.max(longest, now - due);
            delay.ticked(now);
            due = now + TICK;
        }
        assertThat(longest)
                .as("400 are ready at once, and to serve them all takes 400 ms")
                .isLessThan(112 * MILLI);
    }
}
