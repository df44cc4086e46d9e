package com.byajbook.platform.overload.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold at a gate whatever comes, in whatever order; {@link RandomCrowd} checks it after each step. */
class RandomInterleavingsTest {

    private static final int STEPS = 30_000;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void keeps_its_bounds_and_ends_each_ticket_once_in_any_order_of_events(long seed) {
        RandomCrowd crowd = new RandomCrowd(seed, Journal.NONE);

        for (int step = 0; step < STEPS; step++) {
            crowd.step();
        }

        assertThat(crowd.refusals()).isBetween(STEPS / 20L, STEPS / 2L);
        assertThat(crowd.reasons()).containsExactlyInAnyOrder(Reason.values());
    }
}
