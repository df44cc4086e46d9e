package com.byajbook.paymentflow.ledger.usecase;

import com.byajbook.paymentflow.ledger.domain.LedgerReach;
import com.byajbook.paymentflow.ledger.domain.LedgerSnapshot;
import reactor.core.publisher.Mono;

/** Holds still what commands touch. Only inside a transaction. */
@FunctionalInterface
public interface LockLedger {

    /** What the books say of it, locked until the transaction ends; an account that was never used is opened. */
    Mono<LedgerSnapshot> lock(LedgerReach reach);
}
