package com.byajbook.loanengine.autopay.usecase;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Charges the fee for a payment that bounced, once however often it is asked to. */
@FunctionalInterface
public interface ChargeForBounce {

    /** Completes when it is charged, by this call or by an earlier one, or when there is nothing to charge. */
    Mono<Void> charge(UUID loanId, UUID paymentId);
}
