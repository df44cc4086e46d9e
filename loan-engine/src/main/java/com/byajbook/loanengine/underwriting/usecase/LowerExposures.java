package com.byajbook.loanengine.underwriting.usecase;

import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Gives back what borrowers had open, when loans end. Only inside a transaction. */
public final class LowerExposures {

    private final HoldExposures exposures;

    public LowerExposures(HoldExposures exposures) {
        this.exposures = exposures;
    }

    /** Takes each amount off what its borrower has open; completes when that is done, and nobody falls below nothing. */
    public Mono<Void> lower(Map<UUID, Long> paiseByBorrower) {
        return Mono.defer(() -> paiseByBorrower.isEmpty() ? Mono.empty() : lockAndLower(paiseByBorrower));
    }

    /** Locked first, as the decisions do, so that both touch the rows in one order. */
    private Mono<Void> lockAndLower(Map<UUID, Long> paiseByBorrower) {
        return exposures.lock(paiseByBorrower.keySet()).then(Mono.defer(() -> exposures.lower(paiseByBorrower)));
    }
}
