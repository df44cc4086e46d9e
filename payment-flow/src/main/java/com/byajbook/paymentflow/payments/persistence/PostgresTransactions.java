package com.byajbook.paymentflow.payments.persistence;

import com.byajbook.paymentflow.payments.usecase.Transactions;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.messaging.MessageTransaction;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The platform's transactions. */
@Repository
final class PostgresTransactions implements Transactions {

    private final MessageTransaction messages;
    private final TransactionalOperator transactional;

    PostgresTransactions(MessageTransaction messages, TransactionalOperator transactional) {
        this.messages = messages;
        this.transactional = transactional;
    }

    @Override
    public <M extends Message> Mono<Void> once(
            String consumer, List<M> batch, Function<List<M>, Mono<List<Message>>> effect) {
        return messages.once(consumer, batch, effect);
    }

    @Override
    public Mono<Void> commit(Mono<List<Message>> effect) {
        return messages.commit(effect).then();
    }

    @Override
    public <T> Mono<T> inOne(Mono<T> work) {
        return transactional.transactional(work);
    }
}
