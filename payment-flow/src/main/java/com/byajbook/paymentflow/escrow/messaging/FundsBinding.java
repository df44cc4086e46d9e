package com.byajbook.paymentflow.escrow.messaging;

import com.byajbook.paymentflow.escrow.EscrowSettings;
import com.byajbook.paymentflow.escrow.usecase.ServeLoans;
import com.byajbook.platform.message.DisburseLoan;
import com.byajbook.platform.message.DistributeRepayment;
import com.byajbook.platform.message.HoldFunds;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.ReleaseFunds;
import com.byajbook.platform.message.ReturnFunds;
import com.byajbook.platform.message.TakeBackRepayment;
import com.byajbook.platform.messaging.ConsumerBinding;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One queue for all that the loan engine asks, so that it happens in the order in which it was asked. */
@Configuration(proxyBeanMethods = false)
class FundsBinding {

    @Bean
    ConsumerBinding<Message> funds(ServeLoans serving, EscrowSettings settings) {
        EscrowSettings.Consuming limits = settings.consuming();
        return ConsumerBinding.ofMany(
                        ServeLoans.CONSUMER,
                        List.of(
                                HoldFunds.class,
                                ReleaseFunds.class,
                                DisburseLoan.class,
                                ReturnFunds.class,
                                DistributeRepayment.class,
                                TakeBackRepayment.class))
                .prefetch(limits.prefetch())
                .batch(limits.batch(), limits.linger())
                .concurrency(limits.concurrency())
                .as(TrafficClass.CRITICAL)
                .handledBy(serving::serve);
    }
}
