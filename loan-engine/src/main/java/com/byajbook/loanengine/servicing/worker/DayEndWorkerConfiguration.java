package com.byajbook.loanengine.servicing.worker;

import com.byajbook.loanengine.product.ProductProperties;
import com.byajbook.loanengine.servicing.ServicingProperties;
import com.byajbook.loanengine.servicing.telemetry.OverdueDayEnd;
import com.byajbook.loanengine.servicing.usecase.FindDoneDays;
import com.byajbook.loanengine.servicing.usecase.RunDayEnd;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worker, unless this replica is told to leave it to others. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("byajbook.servicing.day-end.enabled")
class DayEndWorkerConfiguration {

    @Bean
    OverdueDayEnd overdueDayEnd(
            FindDoneDays days,
            MeterRegistry meters,
            Clock clock,
            ProductProperties product,
            ServicingProperties servicing) {
        return new OverdueDayEnd(
                days, meters, clock, product.zone(), servicing.dayEnd().afterMidnight());
    }

    @Bean
    DayEndWorker dayEndWorker(
            RunDayEnd dayEnds,
            OverdueDayEnd overdue,
            Clock clock,
            ProductProperties product,
            ServicingProperties servicing) {
        ServicingProperties.DayEnd settings = servicing.dayEnd();
        return new DayEndWorker(dayEnds, overdue, clock, product.zone(), settings.afterMidnight(), settings.every());
    }
}
