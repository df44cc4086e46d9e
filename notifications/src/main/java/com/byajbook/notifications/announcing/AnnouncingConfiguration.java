package com.byajbook.notifications.announcing;

import com.byajbook.platform.message.AutopayNotice;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.ContactsChanged;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.MandateChanged;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.TransferChanged;
import com.byajbook.platform.messaging.ConsumerBinding;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the queue of events. */
@Configuration(proxyBeanMethods = false)
class AnnouncingConfiguration {

    private static final List<Class<? extends Message>> HEARD = List.of(
            LoanDecided.class,
            LoanChanged.class,
            PaymentChanged.class,
            CommitmentChanged.class,
            TransferChanged.class,
            MandateChanged.class,
            AutopayNotice.class,
            ContactsChanged.class);

    @Bean
    ConsumerBinding<Message> events(AnnounceEvents useCase, AnnouncingProperties limits) {
        return ConsumerBinding.ofMany(AnnounceEvents.QUEUE, HEARD)
                .prefetch(limits.prefetch())
                .batch(limits.batchSize(), limits.linger())
                .concurrency(limits.concurrency())
                .as(TrafficClass.NORMAL)
                .handledBy(useCase::announce);
    }
}
