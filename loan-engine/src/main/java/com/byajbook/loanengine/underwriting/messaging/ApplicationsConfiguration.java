package com.byajbook.loanengine.underwriting.messaging;

import com.byajbook.loanengine.underwriting.UnderwritingProperties;
import com.byajbook.loanengine.underwriting.usecase.DecideApplications;
import com.byajbook.platform.message.ApplyForLoan;
import com.byajbook.platform.messaging.ConsumerBinding;
import com.byajbook.platform.overload.admission.TrafficClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the applications' queue to the decision. */
@Configuration(proxyBeanMethods = false)
class ApplicationsConfiguration {

    private static final String QUEUE = "loan-engine.applications";

    @Bean
    ConsumerBinding<ApplyForLoan> applications(DecideApplications decideApplications, UnderwritingProperties limits) {
        return ConsumerBinding.of(QUEUE, ApplyForLoan.class)
                .prefetch(limits.prefetch())
                .batch(limits.batchSize(), limits.linger())
                .concurrency(limits.concurrency())
                .as(TrafficClass.HIGH)
                .handledBy(decideApplications::decide);
    }
}
