package com.byajbook.paymentflow.ledger.worker;

import com.byajbook.paymentflow.ledger.LedgerSettings;
import com.byajbook.paymentflow.ledger.usecase.ExpireHolds;
import com.byajbook.paymentflow.worker.LoopWorker;
import com.byajbook.paymentflow.worker.WorkLoop;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The loops of the ledger. */
@Configuration(proxyBeanMethods = false)
class LedgerWorkerConfiguration {

    @Bean
    LoopWorker ledgerWorker(ExpireHolds expiring, LedgerSettings settings) {
        return new LoopWorker(
                "ledger",
                List.of(WorkLoop.periodic(
                        "expiring holds",
                        settings.expireEvery(),
                        settings.longestRound(),
                        settings.expiryBatch(),
                        expiring.expireSome())));
    }
}
