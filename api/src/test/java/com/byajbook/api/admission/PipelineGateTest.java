package com.byajbook.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.limits.LimitUnit;
import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.ingress.Rejection;
import com.byajbook.platform.overload.ingress.RequestHead;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An owner that takes off a hundred a second, and nothing that waits for it may wait for more than five seconds. */
class PipelineGateTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final RequestHead HEAD = new Loan();

    private final DrainEstimate drain = new DrainEstimate(100, Duration.ofSeconds(10));
    private final LiveLimit target = new LiveLimits()
            .define(new LiveLimit.Definition(
                    "gate.pipeline.applications.target.high", LimitUnit.MILLIS, 5_000, 0, 60_000, "The longest wait."));
    private long now;
    private long unpublished;
    private final PipelineGate gate =
            new PipelineGate("pipeline.applications", DrainLine.of(drain), target, () -> unpublished, () -> now);

    @Test
    void lets_in_whoever_will_not_wait_for_longer_than_is_promised() {
        drain.observe(now, 400, 0);
        unpublished = 100;

        assertThat(comes()).isNull();
    }

    @Test
    void refuses_who_would_and_says_by_which_limit() {
        drain.observe(now, 400, 0);
        unpublished = 300;

        Rejection rejection = Objects.requireNonNull(comes());

        assertThat(rejection.overload().reason()).isEqualTo("pipeline.applications.wait-too-long");
        assertThat(rejection.overload().estimatedWait()).isEqualTo(Duration.ofSeconds(7));
        assertThat(rejection.overload().limit()).isEqualTo("gate.pipeline.applications.target.high");
        assertThat(rejection.overload().limitValue()).isEqualTo(5_000);
        assertThat(rejection.overload().retryAfter()).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_200));
    }

    @Test
    void tells_a_crowd_to_come_back_one_after_the_other() {
        drain.observe(now, 700, 0);

        Duration last = Stream.generate(() -> Objects.requireNonNull(comes()))
                .limit(200)
                .map(rejection ->
                        rejection == null ? Duration.ZERO : rejection.overload().retryAfter())
                .max(Duration::compareTo)
                .orElseThrow();

        assertThat(last).as("200 after two seconds, at most 95 a second").isGreaterThan(Duration.ofSeconds(4));
    }

    @Test
    void refuses_nobody_while_nothing_is_known_of_the_owner() {
        drain.observe(now, 100_000, 0);
        now += 11 * SECOND;

        assertThat(comes()).isNull();
    }

    @Test
    void shows_what_waits_and_what_it_refuses() {
        drain.observe(now, 700, 0);
        comes();
        comes();
        now += 2 * SECOND;

        assertThat(gate.stage().queued()).isEqualTo(700);
        assertThat(gate.stage().estimatedWaitMs()).isEqualTo(7_000);
        assertThat(gate.stage().targetMs()).isEqualTo(5_000);
    }

    private @Nullable Rejection comes() {
        return gate.turnAway(HEAD, TrafficClass.HIGH, Deadline.NONE);
    }

    private record Loan() implements RequestHead {

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String target() {
            return "/v1/loans";
        }

        @Override
        public @Nullable String header(String name) {
            return null;
        }
    }
}
