package com.byajbook.loanengine.servicing.usecase;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Whether a payment's bounce was charged. Only inside a transaction that has locked the loan. */
@FunctionalInterface
public interface FindBounceFee {

    Mono<Boolean> isCharged(UUID loanId, UUID paymentId);
}
