package com.byajbook.loanengine.lifecycle;

import com.byajbook.loanengine.lifecycle.usecase.HoldLoans;
import com.byajbook.loanengine.lifecycle.usecase.MoveLoans;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the feature together. */
@Configuration(proxyBeanMethods = false)
class LifecycleConfiguration {

    @Bean
    MoveLoans moveLoans(HoldLoans loans, Clock clock) {
        return new MoveLoans(loans, clock);
    }
}
