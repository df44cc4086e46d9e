package com.byajbook.paymentflow.mandates.worker;

import com.byajbook.paymentflow.mandates.MandatesSettings;
import com.byajbook.paymentflow.mandates.usecase.ArrangeMandates;
import com.byajbook.paymentflow.worker.LoopWorker;
import com.byajbook.paymentflow.worker.WorkLoop;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** The loop of mandates. */
@Configuration(proxyBeanMethods = false)
class MandateWorkerConfiguration {

    @Bean
    LoopWorker mandateWorker(ArrangeMandates arranging, MandatesSettings settings) {
        return new LoopWorker(
                "mandates",
                List.of(WorkLoop.periodic(
                        "arranging mandates",
                        settings.every(),
                        settings.lease(),
                        settings.batch(),
                        Mono.defer(arranging::arrangeDue))));
    }
}
