package com.byajbook.paymentflow.ledger.usecase;

import com.byajbook.paymentflow.ledger.domain.LedgerChanges;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Writes what was judged. Only inside the transaction that locked it. */
@FunctionalInterface
public interface WriteLedger {

    /**
     * Writes all of it.
     *
     * @return an error that passes when somebody else wrote under one of these ids meanwhile: then all is to be done again
     */
    Mono<Void> write(LedgerChanges changes, Instant at);
}
