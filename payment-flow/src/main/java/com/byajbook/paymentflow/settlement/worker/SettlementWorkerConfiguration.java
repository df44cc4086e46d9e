package com.byajbook.paymentflow.settlement.worker;

import com.byajbook.paymentflow.payments.usecase.Doorbell;
import com.byajbook.paymentflow.settlement.SettlementSettings;
import com.byajbook.paymentflow.settlement.telemetry.SettlementGauges;
import com.byajbook.paymentflow.settlement.usecase.ReconcileDays;
import com.byajbook.paymentflow.worker.LoopWorker;
import com.byajbook.paymentflow.worker.WorkLoop;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** The loops of the reconciliation with the providers: one works off a day a round, the other counts what is open. */
@Configuration(proxyBeanMethods = false)
class SettlementWorkerConfiguration {

    @Bean
    @ConditionalOnBooleanProperty("byajbook.settlement.enabled")
    LoopWorker settlementWorker(
            ReconcileDays reconciling, Doorbell rechecks, SettlementGauges gauges, SettlementSettings settings) {
        Duration every = settings.every();
        Duration longest = settings.longestRun();
        Mono<Integer> measured = gauges.refresh().thenReturn(0);
        return new LoopWorker(
                "settlement",
                List.of(
                        new WorkLoop(
                                "reconciling with the providers",
                                rechecks.rings(),
                                every,
                                longest,
                                1,
                                reconciling.reconcileDue()),
                        WorkLoop.periodic("counting differences", every, longest, 1, measured)));
    }
}
