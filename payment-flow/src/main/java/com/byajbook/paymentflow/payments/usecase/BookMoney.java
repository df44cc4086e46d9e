package com.byajbook.paymentflow.payments.usecase;

import java.util.List;
import reactor.core.publisher.Mono;

/** Books the money that changes of payments moved, in the transaction of those changes. */
@FunctionalInterface
public interface BookMoney {

    Mono<Void> book(List<SavePayments.Change> changes);
}
