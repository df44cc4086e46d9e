package com.byajbook.loanengine.autopay;

import com.byajbook.loanengine.autopay.usecase.Transactions;
import com.byajbook.loanengine.servicing.usecase.CommitEffect;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.messaging.MessageTransaction;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The platform's transactions; the queue remembers what it has seen under the feature's name. */
final class AutopayTransactions implements Transactions {

    private static final String CONSUMER = "autopay";

    private final MessageTransaction transaction;
    private final CommitEffect effects;

    AutopayTransactions(MessageTransaction transaction, CommitEffect effects) {
        this.transaction = transaction;
        this.effects = effects;
    }

    @Override
    public <M extends Message> Mono<Void> once(List<M> batch, Function<List<M>, Mono<List<Message>>> effect) {
        return transaction.once(CONSUMER, batch, effect);
    }

    @Override
    public <T> Mono<T> commit(Mono<Effect<T>> effect) {
        return effects.commit(effect.map(done -> new CommitEffect.Effect<>(done.result(), done.messages())));
    }
}
