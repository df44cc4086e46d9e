package com.byajbook.paymentflow.payments.worker;

import com.byajbook.paymentflow.payments.PaymentsSettings;
import com.byajbook.paymentflow.payments.telemetry.BacklogGauges;
import com.byajbook.paymentflow.payments.usecase.ApplyEarlyCallbacks;
import com.byajbook.paymentflow.payments.usecase.Doorbell;
import com.byajbook.paymentflow.payments.usecase.InquirePayments;
import com.byajbook.paymentflow.payments.usecase.SubmitPayments;
import com.byajbook.paymentflow.worker.LoopWorker;
import com.byajbook.paymentflow.worker.WorkLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** The loops of this service. Several lanes submit and inquire at once, so that one slow call does not hold up the rest. */
@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {

    @Bean
    LoopWorker paymentWorker(
            PaymentsSettings settings,
            Doorbell submissions,
            SubmitPayments submitting,
            InquirePayments inquiring,
            ApplyEarlyCallbacks early,
            BacklogGauges gauges) {
        int batch = settings.batch();
        Duration every = settings.sweepEvery();
        Duration longest = settings.lease();
        List<WorkLoop> loops = new ArrayList<>();
        for (int lane = 0; lane < settings.submitLanes(); lane++) {
            Mono<Integer> round = Mono.defer(submitting::submitDue);
            loops.add(new WorkLoop("submitting", submissions.rings(), every, longest, batch, round));
        }
        for (int lane = 0; lane < settings.inquiryLanes(); lane++) {
            Mono<Integer> round = Mono.defer(inquiring::inquireDue);
            loops.add(WorkLoop.periodic("inquiring", every, longest, batch, round));
        }
        loops.add(WorkLoop.periodic("early callbacks", every, longest, batch, early.applyReady()));
        Mono<Integer> measured = gauges.refresh().thenReturn(0);
        loops.add(WorkLoop.periodic("measuring", settings.measureEvery(), longest, 1, measured));
        return new LoopWorker("payments", loops);
    }
}
