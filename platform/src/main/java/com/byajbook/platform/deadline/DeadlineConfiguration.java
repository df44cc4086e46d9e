package com.byajbook.platform.deadline;

import com.byajbook.platform.time.TimeConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** One count of dropped work for all who drop it. */
@AutoConfiguration(
        after = TimeConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
public class DeadlineConfiguration {

    @Bean
    MissedDeadlines missedDeadlines(Clock clock, MeterRegistry meters) {
        return new MissedDeadlines(clock, meters);
    }
}
