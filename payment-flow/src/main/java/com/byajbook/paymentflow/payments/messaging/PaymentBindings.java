package com.byajbook.paymentflow.payments.messaging;

import com.byajbook.paymentflow.payments.PaymentsSettings;
import com.byajbook.paymentflow.payments.usecase.AcceptPayments;
import com.byajbook.paymentflow.payments.usecase.ApplyCallbacks;
import com.byajbook.platform.message.CollectInstalment;
import com.byajbook.platform.message.DepositToWallet;
import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.UpiCallback;
import com.byajbook.platform.messaging.ConsumerBinding;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queues of this service; each carries the name under which its use case remembers what it has seen. */
@Configuration(proxyBeanMethods = false)
class PaymentBindings {

    @Bean
    ConsumerBinding<Message> payments(AcceptPayments accepting, PaymentsSettings settings) {
        PaymentsSettings.Consuming limits = settings.consuming();
        return ConsumerBinding.ofMany(
                        AcceptPayments.CONSUMER,
                        List.of(InitiatePayment.class, DepositToWallet.class, CollectInstalment.class))
                .prefetch(limits.prefetch())
                .batch(limits.batch(), limits.linger())
                .concurrency(limits.concurrency())
                .as(TrafficClass.CRITICAL)
                .handledBy(accepting::accept);
    }

    @Bean
    ConsumerBinding<UpiCallback> callbacks(ApplyCallbacks applying, PaymentsSettings settings) {
        PaymentsSettings.Consuming limits = settings.consuming();
        return ConsumerBinding.of(ApplyCallbacks.CONSUMER, UpiCallback.class)
                .prefetch(limits.prefetch())
                .batch(limits.batch(), limits.linger())
                .concurrency(limits.concurrency())
                .as(TrafficClass.CRITICAL)
                .handledBy(applying::apply);
    }
}
