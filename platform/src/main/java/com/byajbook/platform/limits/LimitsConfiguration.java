package com.byajbook.platform.limits;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The one place where the limits of this process are known by name. */
@AutoConfiguration
public class LimitsConfiguration {

    @Bean
    LiveLimits liveLimits() {
        return new LiveLimits();
    }
}
