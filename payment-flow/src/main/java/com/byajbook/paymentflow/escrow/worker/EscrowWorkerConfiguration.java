package com.byajbook.paymentflow.escrow.worker;

import com.byajbook.paymentflow.escrow.EscrowSettings;
import com.byajbook.paymentflow.escrow.telemetry.OldestRupee;
import com.byajbook.paymentflow.escrow.usecase.SweepEscrow;
import com.byajbook.paymentflow.worker.LoopWorker;
import com.byajbook.paymentflow.worker.WorkLoop;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** The loop that sweeps, and then looks what is left. */
@Configuration(proxyBeanMethods = false)
class EscrowWorkerConfiguration {

    @Bean
    LoopWorker escrowWorker(SweepEscrow sweeping, OldestRupee oldest, EscrowSettings settings) {
        EscrowSettings.Sweep sweep = settings.sweep();
        Mono<Integer> round = sweeping.sweep().then(oldest.refresh()).thenReturn(0);
        return new LoopWorker(
                "escrow",
                List.of(WorkLoop.periodic(
                        "sweeping the escrow accounts", sweep.every(), sweep.longestRound(), 1, round)));
    }
}
