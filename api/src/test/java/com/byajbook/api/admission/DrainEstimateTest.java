package com.byajbook.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainEstimateTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Duration KNOWN_FOR = Duration.ofSeconds(10);
    private static final double FIRST_GUESS = 200;

    private final DrainEstimate drain = new DrainEstimate(FIRST_GUESS, KNOWN_FOR);
    private long now = 5 * SECOND;

    @Test
    void nobody_waits_as_long_as_nothing_is_known() {
        assertThat(drain.waitBehind(now, 100_000)).isZero();
    }

    @Test
    void what_is_ahead_is_what_waits_there_and_what_is_not_there_yet() {
        drain.observe(now, 1000, FIRST_GUESS);

        assertThat(drain.waitBehind(now, 0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(drain.waitBehind(now, 3000)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void follows_a_busy_owner_within_half_a_minute() {
        everySecond(30, 5000, 50);

        assertThat(drain.waitBehind(now, 0)).isBetween(Duration.ofSeconds(85), Duration.ofSeconds(100));
    }

    @Test
    void an_idle_owner_is_not_a_slow_one() {
        everySecond(300, 0, 3);
        drain.observe(now, 400, 3);

        assertThat(drain.waitBehind(now, 0)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_stopped_owner_makes_the_wait_grow_without_an_end_but_not_at_once() {
        everySecond(3, 50, 0);
        assertThat(drain.waitBehind(now, 0)).isLessThan(Duration.ofSeconds(1));

        everySecond(300, 50, 0);
        assertThat(drain.waitBehind(now, 0)).isGreaterThan(Duration.ofMinutes(10));
    }

    @Test
    void recovers_when_the_owner_works_again() {
        everySecond(300, 5000, 0);
        everySecond(40, 5000, 500);

        assertThat(drain.waitBehind(now, 0)).isLessThan(Duration.ofSeconds(11));
    }

    @Test
    void what_was_heard_long_ago_says_nothing() {
        everySecond(60, 50_000, 10);
        assertThat(drain.waitBehind(now, 0)).isPositive();
        now += KNOWN_FOR.toNanos() + SECOND;

        assertThat(drain.waitBehind(now, 0)).isZero();
        assertThat(drain.waiting(now)).isZero();
    }

    private void everySecond(int times, long waiting, double served) {
        for (int i = 0; i < times; i++) {
            now += SECOND;
            drain.observe(now, waiting, served);
        }
    }
}
