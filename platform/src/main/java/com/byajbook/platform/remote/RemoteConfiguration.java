package com.byajbook.platform.remote;

import com.byajbook.platform.deadline.DeadlineConfiguration;
import com.byajbook.platform.deadline.MissedDeadlines;
import com.byajbook.platform.limits.LimitUnit;
import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.overload.OverloadConfiguration;
import com.byajbook.platform.overload.gate.Gates;
import com.byajbook.platform.overload.retry.RetryBudget;
import com.byajbook.platform.web.InternalCalls;
import com.byajbook.platform.web.WebConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The services that this one calls. */
@AutoConfiguration(
        after = {WebConfiguration.class, OverloadConfiguration.class, DeadlineConfiguration.class},
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@EnableConfigurationProperties(RemoteProperties.class)
public class RemoteConfiguration {

    private static final int MOST_PCT = 50;

    /** One for the process: a retry of one partner's call is not free because another partner is well. */
    @Bean
    RetryBudget retryBudget(RemoteProperties properties, LiveLimits limits, MeterRegistry meters) {
        LiveLimit share = limits.define(new LiveLimit.Definition(
                "retry.budget-pct",
                LimitUnit.PERCENT,
                properties.retry().budgetPct(),
                0,
                MOST_PCT,
                "The most retries per hundred calls to other services; 0 for none."));
        RetryBudget budget = new RetryBudget(share::value);
        Gauge.builder("byajbook.remote.retries.saved", budget, RetryBudget::saved)
                .description("Retries that could go out now")
                .register(meters);
        return budget;
    }

    @Bean
    RemoteServices remoteServices(
            RemoteProperties properties,
            InternalCalls internal,
            Gates gates,
            RetryBudget budget,
            MissedDeadlines deadlines,
            Clock clock,
            MeterRegistry meters) {
        return new RemoteServices(
                properties,
                new HttpClients(internal, deadlines),
                gates,
                new Repeats(budget, clock, meters),
                deadlines,
                meters);
    }
}
