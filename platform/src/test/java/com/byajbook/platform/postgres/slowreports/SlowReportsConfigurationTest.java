package com.byajbook.platform.postgres.slowreports;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.limits.LimitsConfiguration;
import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.postgres.ReportDecorator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What makes reports slow is nowhere but in a load test, and even there it begins with nothing. */
class SlowReportsConfigurationTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(LimitsConfiguration.class, SlowReportsConfiguration.class));

    @Test
    void is_absent_without_the_profile() {
        service.run(context -> {
            assertThat(context).doesNotHaveBean(ReportDecorator.class);
            assertThat(context.getBean(LiveLimits.class).all()).isEmpty();
        });
    }

    @Test
    void makes_nothing_slow_until_somebody_says_so() {
        service.withPropertyValues("spring.profiles.active=load-test").run(context -> {
            assertThat(context).hasSingleBean(ReportDecorator.class);
            LiveLimit share = context.getBean(LiveLimits.class)
                    .find("test.slow-report-pct")
                    .orElseThrow();
            assertThat(share.value()).isZero();
        });
    }
}
