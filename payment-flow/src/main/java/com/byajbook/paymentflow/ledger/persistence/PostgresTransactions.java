package com.byajbook.paymentflow.ledger.persistence;

import com.byajbook.paymentflow.ledger.usecase.InTransaction;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The platform's transactions. */
@Repository("ledgerTransactions")
class PostgresTransactions implements InTransaction {

    private final TransactionalOperator transactional;

    PostgresTransactions(TransactionalOperator transactional) {
        this.transactional = transactional;
    }

    @Override
    public <T> Mono<T> of(Mono<T> work) {
        return transactional.transactional(work);
    }
}
