package com.byajbook.paymentflow.payments.usecase;

import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** A bank reference belongs for ever to the payment that claimed it first. */
@FunctionalInterface
public interface ClaimUtrs {

    /** Claims those that are free. @return the owner of each, which may be another payment than the claimant */
    Mono<Map<String, UUID>> claim(Map<String, UUID> claimantByUtr);
}
