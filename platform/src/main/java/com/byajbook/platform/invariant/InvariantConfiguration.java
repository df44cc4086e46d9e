package com.byajbook.platform.invariant;

import com.byajbook.platform.control.ControlConfiguration;
import com.byajbook.platform.time.TimeConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Wires the looks of a service that says what to look at. */
@AutoConfiguration(
        after = TimeConfiguration.class,
        before = ControlConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBean(ListChecks.class)
@EnableConfigurationProperties(InspectionProperties.class)
public class InvariantConfiguration {

    @Bean
    Inspect inspectInvariants(ListChecks checks, Clock clock) {
        return new Inspect(checks.list(), clock);
    }

    @Bean
    InvariantsForOperators invariantsForOperators(Inspect inspecting) {
        return new InvariantsForOperators(inspecting);
    }

    @Bean
    InvariantGauges invariantGauges(Inspect inspecting, MeterRegistry meters, Clock clock) {
        return new InvariantGauges(inspecting, meters, clock);
    }

    @Bean
    InspectionWorker inspectionWorker(Inspect inspecting, InspectionProperties properties) {
        return new InspectionWorker(inspecting, properties);
    }
}
