package com.byajbook.loanengine.servicing;

import com.byajbook.loanengine.servicing.usecase.CommitEffect;
import com.byajbook.platform.messaging.MessageTransaction;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;

/** Commits work together with its messages. */
final class ServicingTransaction implements CommitEffect {

    private final MessageTransaction transaction;

    ServicingTransaction(MessageTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public <T> Mono<T> commit(Mono<Effect<T>> effect) {
        return Mono.defer(() -> commit(effect, new AtomicReference<>()));
    }

    /** The platform's transaction answers with the messages; the result waits beside it for the commit. */
    private <T> Mono<T> commit(Mono<Effect<T>> effect, AtomicReference<Effect<T>> done) {
        return transaction
                .commit(effect.doOnNext(done::set).map(Effect::messages))
                .flatMap(messages -> Mono.justOrEmpty(done.get()))
                .map(Effect::result);
    }
}
