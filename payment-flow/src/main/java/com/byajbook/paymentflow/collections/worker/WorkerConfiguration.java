package com.byajbook.paymentflow.collections.worker;

import com.byajbook.paymentflow.collections.CollectionsSettings;
import com.byajbook.paymentflow.collections.telemetry.BacklogGauges;
import com.byajbook.paymentflow.collections.usecase.ApplyEarlyCallbacks;
import com.byajbook.paymentflow.collections.usecase.Doorbell;
import com.byajbook.paymentflow.collections.usecase.InquirePayments;
import com.byajbook.paymentflow.collections.usecase.SubmitPayments;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** The loops of this service. Several lanes submit and inquire at once, so that one slow call does not hold up the rest. */
@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {

    @Bean
    CollectionWorker collectionWorker(
            CollectionsSettings settings,
            Doorbell submissions,
            SubmitPayments submitting,
            InquirePayments inquiring,
            ApplyEarlyCallbacks early,
            BacklogGauges gauges) {
        int batch = settings.batch();
        List<WorkLoop> loops = new ArrayList<>();
        for (int lane = 0; lane < settings.submitLanes(); lane++) {
            Mono<Integer> round = Mono.defer(submitting::submitDue);
            loops.add(new WorkLoop("submitting", submissions.rings(), settings.sweepEvery(), batch, round));
        }
        for (int lane = 0; lane < settings.inquiryLanes(); lane++) {
            loops.add(WorkLoop.periodic("inquiring", settings.sweepEvery(), batch, Mono.defer(inquiring::inquireDue)));
        }
        loops.add(WorkLoop.periodic("early callbacks", settings.sweepEvery(), batch, early.applyReady()));
        loops.add(WorkLoop.periodic(
                "measuring", settings.measureEvery(), 1, gauges.refresh().thenReturn(0)));
        return new CollectionWorker(loops);
    }
}
