package com.byajbook.platform.remote;

import com.byajbook.platform.web.InternalCalls;
import com.byajbook.platform.web.WebConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The services that this one calls. */
@AutoConfiguration(
        after = WebConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@EnableConfigurationProperties(RemoteProperties.class)
public class RemoteConfiguration {

    @Bean
    RemoteServices remoteServices(RemoteProperties properties, InternalCalls internal, MeterRegistry meters) {
        return new RemoteServices(properties, internal, meters);
    }
}
