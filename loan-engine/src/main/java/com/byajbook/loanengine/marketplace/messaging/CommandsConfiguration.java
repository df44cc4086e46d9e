package com.byajbook.loanengine.marketplace.messaging;

import com.byajbook.loanengine.marketplace.usecase.AcceptOffers;
import com.byajbook.loanengine.marketplace.usecase.CancelLoans;
import com.byajbook.loanengine.marketplace.usecase.ReserveFunds;
import com.byajbook.platform.message.AcceptOffer;
import com.byajbook.platform.message.CancelLoan;
import com.byajbook.platform.message.CommitFunds;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.messaging.ConsumerBinding;
import com.byajbook.platform.overload.admission.TrafficClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Binds what borrowers and lenders want to what is done. One queue, so that their order is kept where it matters: a batch is
 * worked off in its order, one transaction for each run of one kind.
 */
@Configuration(proxyBeanMethods = false)
class CommandsConfiguration {

    private static final String QUEUE = "loan-engine.marketplace";

    @Bean
    ConsumerBinding<Message> marketplaceCommands(
            AcceptOffers accepting,
            ReserveFunds reserving,
            CancelLoans cancelling,
            ConsumerPace marketplaceCommandPace) {
        Handlers handlers = Handlers.none()
                .with(AcceptOffer.class, accepting::accept)
                .with(CommitFunds.class, reserving::reserve)
                .with(CancelLoan.class, cancelling::cancel);
        return ConsumerBinding.ofMany(QUEUE, handlers.contracts())
                .prefetch(marketplaceCommandPace.prefetch())
                .batch(marketplaceCommandPace.batchSize(), marketplaceCommandPace.linger())
                .concurrency(marketplaceCommandPace.concurrency())
                .as(TrafficClass.HIGH)
                .handledBy(handlers::handle);
    }
}
