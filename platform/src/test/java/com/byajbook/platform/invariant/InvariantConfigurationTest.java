package com.byajbook.platform.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.control.ReadInvariants;
import com.byajbook.platform.time.TimeConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.publisher.Mono;

class InvariantConfigurationTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(TimeConfiguration.class, InvariantConfiguration.class))
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new);

    @Test
    void a_service_that_says_nothing_looks_at_nothing() {
        service.run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(ReadInvariants.class);
            assertThat(context).doesNotHaveBean(InspectionWorker.class);
        });
    }

    @Test
    void a_service_that_lists_its_checks_looks_every_minute_unless_told_otherwise() {
        Check check = Check.whole("sums", "sums are right", Mono.empty());
        service.withBean(ListChecks.class, () -> () -> List.of(check)).run(context -> {
            assertThat(context).hasSingleBean(ReadInvariants.class).hasSingleBean(InspectionWorker.class);
            assertThat(context.getBean(InspectionProperties.class).inspectEvery())
                    .hasMinutes(1);
            assertThat(context.getBean(Inspect.class).invariants()).containsExactly(check.invariant());
        });
    }
}
