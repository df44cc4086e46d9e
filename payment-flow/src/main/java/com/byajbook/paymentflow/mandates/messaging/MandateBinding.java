package com.byajbook.paymentflow.mandates.messaging;

import com.byajbook.paymentflow.mandates.MandatesSettings;
import com.byajbook.paymentflow.mandates.usecase.AcceptMandates;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.RegisterMandate;
import com.byajbook.platform.message.RevokeMandate;
import com.byajbook.platform.messaging.ConsumerBinding;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue of mandates. */
@Configuration(proxyBeanMethods = false)
class MandateBinding {

    @Bean
    ConsumerBinding<Message> mandates(AcceptMandates accepting, MandatesSettings settings) {
        MandatesSettings.Consuming limits = settings.consuming();
        return ConsumerBinding.ofMany(AcceptMandates.CONSUMER, List.of(RegisterMandate.class, RevokeMandate.class))
                .prefetch(limits.prefetch())
                .batch(limits.batch(), limits.linger())
                .concurrency(limits.concurrency())
                .as(TrafficClass.HIGH)
                .handledBy(accepting::accept);
    }
}
