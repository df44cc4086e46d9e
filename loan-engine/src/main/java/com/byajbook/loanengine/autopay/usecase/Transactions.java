package com.byajbook.loanengine.autopay.usecase;

import com.byajbook.platform.message.Message;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** One transaction around an effect and the messages that follow from it. */
public interface Transactions {

    /**
     * Applies the effect to those messages that were never applied before; completes when it is committed.
     *
     * @param effect answers with what is to be sent; it is not called when no message is new
     */
    <M extends Message> Mono<Void> once(List<M> batch, Function<List<M>, Mono<List<Message>>> effect);

    /** Commits an effect that no message started together with what it sends, and answers with its result. */
    <T> Mono<T> commit(Mono<Effect<T>> effect);

    /** What was done, and what is to be sent about it. */
    record Effect<T>(T result, List<Message> messages) {

        public Effect {
            messages = List.copyOf(messages);
        }
    }
}
