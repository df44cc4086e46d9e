package com.byajbook.paymentflow.collections.messaging;

import com.byajbook.paymentflow.collections.CollectionsSettings;
import com.byajbook.paymentflow.collections.usecase.AcceptPayments;
import com.byajbook.paymentflow.collections.usecase.ApplyCallbacks;
import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.UpiCallback;
import com.byajbook.platform.messaging.ConsumerBinding;
import com.byajbook.platform.overload.admission.TrafficClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queues of this service; each carries the name under which its use case remembers what it has seen. */
@Configuration(proxyBeanMethods = false)
class CollectionBindings {

    @Bean
    ConsumerBinding<InitiatePayment> payments(AcceptPayments accepting, CollectionsSettings settings) {
        CollectionsSettings.Consuming limits = settings.consuming();
        return ConsumerBinding.of(AcceptPayments.CONSUMER, InitiatePayment.class)
                .prefetch(limits.prefetch())
                .batch(limits.batch(), limits.linger())
                .concurrency(limits.concurrency())
                .as(TrafficClass.CRITICAL)
                .handledBy(accepting::accept);
    }

    @Bean
    ConsumerBinding<UpiCallback> callbacks(ApplyCallbacks applying, CollectionsSettings settings) {
        CollectionsSettings.Consuming limits = settings.consuming();
        return ConsumerBinding.of(ApplyCallbacks.CONSUMER, UpiCallback.class)
                .prefetch(limits.prefetch())
                .batch(limits.batch(), limits.linger())
                .concurrency(limits.concurrency())
                .as(TrafficClass.CRITICAL)
                .handledBy(applying::apply);
    }
}
