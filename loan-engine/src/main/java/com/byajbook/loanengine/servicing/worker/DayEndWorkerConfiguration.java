package com.byajbook.loanengine.servicing.worker;

import com.byajbook.loanengine.product.ProductProperties;
import com.byajbook.loanengine.servicing.ServicingProperties;
import com.byajbook.loanengine.servicing.usecase.RunDayEnd;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worker, unless this replica is told to leave it to others. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("byajbook.servicing.day-end.enabled")
class DayEndWorkerConfiguration {

    @Bean
    DayEndWorker dayEndWorker(
            RunDayEnd dayEnds, Clock clock, ProductProperties product, ServicingProperties servicing) {
        ServicingProperties.DayEnd settings = servicing.dayEnd();
        return new DayEndWorker(dayEnds, clock, product.zone(), settings.afterMidnight(), settings.every());
    }
}
