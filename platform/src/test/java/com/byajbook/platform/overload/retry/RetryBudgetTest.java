package com.byajbook.platform.overload.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** However much fails, retries stay a share of calls. */
class RetryBudgetTest {

    private final AtomicLong share = new AtomicLong(10);
    private final RetryBudget budget = new RetryBudget(share::get);

    @Test
    void adds_at_most_its_share_to_a_service_of_which_every_call_fails() {
        int retries = 0;
        for (int call = 0; call < 10_000; call++) {
            budget.called();
            retries += budget.spend() ? 1 : 0;
        }
        assertThat(retries).isBetween(1_000, 1_000 + RetryBudget.MOST_SAVED);
    }

    @Test
    void saves_no_more_than_a_handful_for_the_time_when_all_fails() {
        for (int call = 0; call < 100_000; call++) {
            budget.called();
        }
        int retries = 0;
        while (budget.spend()) {
            retries++;
        }
        assertThat(retries).isEqualTo(RetryBudget.MOST_SAVED);
    }

    @Test
    void gives_none_when_the_share_is_zero_and_some_again_when_it_is_raised() {
        share.set(0);
        assertThat(budget.spend()).isFalse();

        share.set(50);
        assertThat(budget.spend()).isTrue();
    }

    @Test
    void pauses_double_up_to_their_bound_and_are_spread() {
        Backoff backoff = new Backoff(Duration.ofMillis(30), Duration.ofMillis(200));

        assertThat(backoff.pause(0, 0.5)).isEqualTo(Duration.ofMillis(30));
        assertThat(backoff.pause(1, 0.5)).isEqualTo(Duration.ofMillis(60));
        assertThat(backoff.pause(63, 0.5)).isEqualTo(Duration.ofMillis(200));
        assertThat(backoff.pause(0, 0)).isEqualTo(Duration.ofMillis(15));
        assertThat(backoff.pause(0, 1)).isEqualTo(Duration.ofMillis(45));
    }
}
