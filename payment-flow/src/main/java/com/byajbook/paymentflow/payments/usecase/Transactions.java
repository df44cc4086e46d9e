package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.platform.message.Message;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What must be one fact is done in one transaction. No call to the provider ever runs inside. */
public interface Transactions {

    /** The effect of those messages of the batch that were never seen before, together with the messages that it causes. */
    <M extends Message> Mono<Void> once(String consumer, List<M> batch, Function<List<M>, Mono<List<Message>>> effect);

    /** An effect together with the messages that it causes. */
    Mono<Void> commit(Mono<List<Message>> effect);

    /** Work that causes no message. */
    <T> Mono<T> inOne(Mono<T> work);
}
