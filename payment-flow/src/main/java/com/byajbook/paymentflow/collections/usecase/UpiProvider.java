package com.byajbook.paymentflow.collections.usecase;

import com.byajbook.paymentflow.collections.domain.CollectionOrder;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The UPI provider. Every way in which a call may end is an answer. */
public interface UpiProvider {

    /** Asks it to collect, under a key that is the same for every repetition of this order. */
    Mono<ProviderAnswer> collect(CollectionOrder order);

    /** Asks it what became of a payment. */
    Mono<ProviderAnswer> inquire(UUID paymentId);
}
