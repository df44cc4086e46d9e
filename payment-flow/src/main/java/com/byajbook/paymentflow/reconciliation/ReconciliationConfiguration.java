package com.byajbook.paymentflow.reconciliation;

import com.byajbook.paymentflow.reconciliation.usecase.CheckBooks;
import com.byajbook.paymentflow.reconciliation.usecase.InspectBooks;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires reconciliation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationSettings.class)
class ReconciliationConfiguration {

    @Bean
    InspectBooks inspectBooks(CheckBooks books, Clock clock) {
        return new InspectBooks(books, clock);
    }
}
