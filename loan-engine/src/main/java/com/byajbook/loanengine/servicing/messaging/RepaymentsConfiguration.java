package com.byajbook.loanengine.servicing.messaging;

import com.byajbook.loanengine.servicing.ServicingProperties;
import com.byajbook.loanengine.servicing.usecase.AllocateRepayments;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.messaging.ConsumerBinding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the repayments' queue to their allocation. Money that came in is as critical as anything is. */
@Configuration(proxyBeanMethods = false)
class RepaymentsConfiguration {

    private static final String QUEUE = "loan-engine.repayments";

    @Bean
    ConsumerBinding<PaymentChanged> repayments(AllocateRepayments allocating, ServicingProperties limits) {
        return ConsumerBinding.of(QUEUE, PaymentChanged.class)
                .prefetch(limits.prefetch())
                .batch(limits.batchSize(), limits.linger())
                .concurrency(limits.concurrency())
                .handledBy(allocating::allocate);
    }
}
