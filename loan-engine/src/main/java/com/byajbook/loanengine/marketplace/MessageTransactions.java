package com.byajbook.loanengine.marketplace;

import com.byajbook.loanengine.marketplace.usecase.Transactions;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.messaging.MessageTransaction;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The platform's transactions, each queue remembering what it has seen under its own name. */
final class MessageTransactions implements Transactions {

    private final MessageTransaction transaction;
    private final String consumer;

    MessageTransactions(MessageTransaction transaction, String consumer) {
        this.transaction = transaction;
        this.consumer = consumer;
    }

    @Override
    public <M extends Message> Mono<Void> once(List<M> batch, Function<List<M>, Mono<List<Message>>> effect) {
        return transaction.once(consumer, batch, effect);
    }

    @Override
    public Mono<List<Message>> commit(Mono<List<Message>> effect) {
        return transaction.commit(effect);
    }
}
