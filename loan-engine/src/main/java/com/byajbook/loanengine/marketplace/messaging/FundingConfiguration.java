package com.byajbook.loanengine.marketplace.messaging;

import com.byajbook.loanengine.marketplace.usecase.SettleDisbursals;
import com.byajbook.loanengine.marketplace.usecase.SettleHolds;
import com.byajbook.platform.message.FundsHeld;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.TransferChanged;
import com.byajbook.platform.messaging.ConsumerBinding;
import com.byajbook.platform.overload.admission.TrafficClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds what payment-flow answers to what follows from it; money is moving, so it goes before everything else. */
@Configuration(proxyBeanMethods = false)
class FundingConfiguration {

    private static final String QUEUE = "loan-engine.funding";

    @Bean
    ConsumerBinding<Message> fundingReplies(
            SettleHolds holds, SettleDisbursals disbursals, ConsumerPace fundingReplyPace) {
        Handlers handlers =
                Handlers.none().with(FundsHeld.class, holds::settle).with(TransferChanged.class, disbursals::settle);
        return ConsumerBinding.ofMany(QUEUE, handlers.contracts())
                .prefetch(fundingReplyPace.prefetch())
                .batch(fundingReplyPace.batchSize(), fundingReplyPace.linger())
                .concurrency(fundingReplyPace.concurrency())
                .as(TrafficClass.CRITICAL)
                .handledBy(handlers::handle);
    }
}
