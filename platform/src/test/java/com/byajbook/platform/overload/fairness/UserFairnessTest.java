package com.byajbook.platform.overload.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class UserFairnessTest {

    private static final long SECOND = 1_000_000_000L;

    private UserLimits limits = new UserLimits(10, 5, 3);
    private final UserFairness fairness = new UserFairness(() -> limits, 1000);

    @Test
    void lets_a_user_have_a_burst_and_then_the_rate() {
        for (int i = 0; i < 5; i++) {
            assertThat(entersAndLeaves(0, "asha")).isTrue();
        }

        Visit sixth = fairness.enter(0, "asha");

        assertThat(sixth.refusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.limit()).isEqualTo("user.rate");
            assertThat(refusal.limitValue()).isEqualTo(10);
            assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMillis(100));
        });
        assertThat(entersAndLeaves(SECOND / 10 - 1, "asha")).isFalse();
        assertThat(entersAndLeaves(SECOND / 10, "asha")).isTrue();
    }

    @Test
    void gives_no_more_than_the_rate_to_one_who_never_stops_asking() {
        int entered = 0;
        for (int milli = 0; milli < 10_000; milli++) {
            entered += entersAndLeaves(milli * SECOND / 1000, "greedy") ? 1 : 0;
        }

        assertThat(entered).isBetween(104, 105);
    }

    @Test
    void says_truly_when_there_is_a_token_again() {
        long now = 0;
        for (int i = 0; i < 100; i++) {
            while (entersAndLeaves(now, "asha")) {
                now += 7;
            }
            now += fairness.enter(now, "asha")
                    .refusal()
                    .orElseThrow()
                    .retryAfter()
                    .toNanos();
            assertThat(entersAndLeaves(now, "asha")).isTrue();
        }
    }

    @Test
    void does_not_make_one_user_wait_for_another() {
        while (entersAndLeaves(0, "greedy")) {
            assertThat(fairness.remembered()).isEqualTo(1);
        }

        assertThat(entersAndLeaves(0, "asha")).isTrue();
    }

    @Test
    void caps_what_is_in_flight_and_takes_no_token_for_a_refusal() {
        List<Visit> inFlight = List.of(fairness.enter(0, "a"), fairness.enter(0, "a"), fairness.enter(0, "a"));

        assertThat(fairness.enter(0, "a").refusal().orElseThrow().limit()).isEqualTo("user.in-flight");
        fairness.enter(0, "a").over();
        assertThat(fairness.enter(0, "a").refusal())
                .as("a refused one is not in flight")
                .isPresent();

        inFlight.get(0).over();
        inFlight.get(0).over();
        assertThat(fairness.enter(0, "a").refusal()).isEmpty();
        assertThat(fairness.enter(0, "a").refusal())
                .as("over twice is over once")
                .isPresent();
    }

    @Test
    void obeys_other_limits_from_the_next_request_on() {
        while (entersAndLeaves(0, "asha")) {
            assertThat(fairness.remembered()).isEqualTo(1);
        }

        limits = new UserLimits(1000, 50, 3);

        assertThat(entersAndLeaves(SECOND / 1000, "asha")).isTrue();
    }

    @Test
    void remembers_so_many_users_and_not_one_more() {
        for (int i = 0; i < 100_000; i++) {
            assertThat(entersAndLeaves(i, "user " + i)).isTrue();
            assertThat(fairness.remembered()).isLessThanOrEqualTo(1000);
        }
    }

    @Test
    void does_not_forget_the_greedy_one_among_a_hundred_thousand_others() {
        int entered = 0;
        for (int i = 0; i < 100_000; i++) {
            assertThat(entersAndLeaves(0, "user " + i)).isTrue();
            entered += i % 100 == 0 && entersAndLeaves(0, "greedy") ? 1 : 0;
        }

        assertThat(entered).isEqualTo(5);
    }

    @Test
    void counts_right_when_many_threads_ask_for_the_same_user() throws Exception {
        limits = new UserLimits(1, 1000, 1000);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> asking = () -> {
                int entered = 0;
                for (int i = 0; i < 500; i++) {
                    entered += entersAndLeaves(0, "asha") ? 1 : 0;
                }
                return entered;
            };
            int entered = 0;
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(asking);
            }
            for (Future<Integer> each : threads.invokeAll(all)) {
                entered += each.get();
            }
            assertThat(entered).isEqualTo(1000);
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean entersAndLeaves(long now, String user) {
        Visit visit = fairness.enter(now, user);
        visit.over();
        return visit.refusal().isEmpty();
    }
}
