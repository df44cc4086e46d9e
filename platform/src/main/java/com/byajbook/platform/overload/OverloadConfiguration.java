package com.byajbook.platform.overload;

import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.overload.gate.Gates;
import com.byajbook.platform.overload.gate.OverloadProperties;
import com.byajbook.platform.pipe.Pipe;
import com.byajbook.platform.time.TimeConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** What every service's overload control begins with; its gates are defined where their resources are. */
@AutoConfiguration(
        after = TimeConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@EnableConfigurationProperties(OverloadProperties.class)
public class OverloadConfiguration {

    private static final String LOAD_TEST = "load-test";

    @Bean
    Pipe pipe() {
        return new Pipe();
    }

    @Bean
    Gates gates(
            OverloadProperties properties,
            LiveLimits limits,
            Pipe pipe,
            MeterRegistry meters,
            Clock clock,
            Environment environment) {
        if (properties.mode() == OverloadProperties.Mode.UNPROTECTED
                && !environment.acceptsProfiles(Profiles.of(LOAD_TEST))) {
            throw new IllegalStateException(
                    "byajbook.overload.mode is UNPROTECTED, which lets every request in until the"
                            + " service breaks. It is for load tests alone: add the profile " + LOAD_TEST
                            + ", or remove the setting.");
        }
        return new Gates(properties, limits, pipe, meters, System::nanoTime, clock);
    }
}
