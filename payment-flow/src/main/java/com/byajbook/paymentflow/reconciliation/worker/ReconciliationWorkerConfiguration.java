package com.byajbook.paymentflow.reconciliation.worker;

import com.byajbook.paymentflow.reconciliation.ReconciliationSettings;
import com.byajbook.paymentflow.reconciliation.domain.Inspection;
import com.byajbook.paymentflow.reconciliation.usecase.InspectBooks;
import com.byajbook.paymentflow.worker.LoopWorker;
import com.byajbook.paymentflow.worker.WorkLoop;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** The loop of reconciliation. */
@Configuration(proxyBeanMethods = false)
class ReconciliationWorkerConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationWorkerConfiguration.class);

    @Bean
    LoopWorker reconciliationWorker(InspectBooks inspecting, ReconciliationSettings settings) {
        Mono<Integer> look = inspecting
                .inspect()
                .doOnNext(ReconciliationWorkerConfiguration::tell)
                .thenReturn(0);
        return new LoopWorker(
                "reconciliation",
                List.of(WorkLoop.periodic(
                        "inspecting the books", settings.inspectEvery(), settings.longestInspection(), 1, look)));
    }

    private static void tell(Inspection inspection) {
        inspection.invariants().stream()
                .filter(found -> !found.holds())
                .forEach(found -> LOG.error(
                        "The books are wrong: {} of {} looked at break '{}', for example {}",
                        found.violations(),
                        found.looked(),
                        found.invariant().words(),
                        found.example()));
    }
}
