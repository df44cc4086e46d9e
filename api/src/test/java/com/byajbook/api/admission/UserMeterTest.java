package com.byajbook.api.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.fairness.UserRefusal;
import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.problem.Overload;
import com.byajbook.platform.problem.ProblemType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UserMeterTest {

    private static final UserRefusal TOO_FAST = new UserRefusal("user.rate", 100, Duration.ofMillis(30));
    private static final UserRefusal TOO_MANY = new UserRefusal("user.in-flight", 64, Duration.ofMillis(50));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private long now;
    private final UserMeter meter = new UserMeter(registry, () -> now);

    @Test
    void tells_the_user_which_limit_it_was_and_when_to_come_back() {
        Overload said = meter.refused(TOO_FAST, TrafficClass.HIGH).overload();

        assertThat(meter.refused(TOO_FAST, TrafficClass.HIGH).type()).isEqualTo(ProblemType.RATE_LIMITED);
        assertThat(said.reason()).isEqualTo("user.rate");
        assertThat(said.trafficClass()).isEqualTo("high");
        assertThat(said.limit()).isEqualTo("user.rate");
        assertThat(said.limitValue()).isEqualTo(100);
        assertThat(said.retryAfter()).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void counts_refusals_by_reason() {
        meter.refused(TOO_FAST, TrafficClass.LOW);
        meter.refused(TOO_MANY, TrafficClass.LOW);
        meter.refused(TOO_MANY, TrafficClass.LOW);

        assertThat(counted("user.rate")).isEqualTo(1);
        assertThat(counted("user.in-flight")).isEqualTo(2);
    }

    @Test
    void shows_the_rates_since_somebody_last_looked() {
        meter.entered();
        meter.entered();
        meter.entered();
        meter.left();
        meter.refused(TOO_FAST, TrafficClass.LOW);
        now += Duration.ofMillis(500).toNanos();

        Stage stage = meter.stage();

        assertThat(stage.inFlight()).isEqualTo(2);
        assertThat(stage.admittedPerSecond()).isEqualTo(6);
        assertThat(stage.servedPerSecond()).isEqualTo(2);
        assertThat(stage.offeredPerSecond()).isEqualTo(8);
        assertThat(stage.refusedPerSecond()).containsExactly(entry("rate", 2.0));

        now += Duration.ofSeconds(1).toNanos();
        assertThat(meter.stage().offeredPerSecond()).as("nobody came since").isZero();
    }

    private double counted(String reason) {
        return registry.get("byajbook.users.refused")
                .tag("reason", reason)
                .functionCounter()
                .count();
    }
}
