package com.byajbook.loanengine.marketplace.messaging;

import com.byajbook.loanengine.marketplace.usecase.Runs;
import com.byajbook.platform.message.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is done with each kind of message of a queue that takes several. */
final class Handlers {

    private final Map<Class<? extends Message>, Function<List<Message>, Mono<Void>>> byContract;

    private Handlers(Map<Class<? extends Message>, Function<List<Message>, Mono<Void>>> byContract) {
        this.byContract = byContract;
    }

    static Handlers none() {
        return new Handlers(Map.of());
    }

    <M extends Message> Handlers with(Class<M> contract, Function<List<M>, Mono<Void>> handler) {
        Map<Class<? extends Message>, Function<List<Message>, Mono<Void>>> more = new LinkedHashMap<>(byContract);
        more.put(
                contract,
                messages -> handler.apply(messages.stream().map(contract::cast).toList()));
        return new Handlers(more);
    }

    List<Class<? extends Message>> contracts() {
        return List.copyOf(byContract.keySet());
    }

    /** In the order of the batch; completes when all of it is committed. */
    Mono<Void> handle(List<Message> batch) {
        return Flux.fromIterable(Runs.of(batch, Message::getClass))
                .concatMap(run -> handlerOf(run.get(0)).apply(run))
                .then();
    }

    private Function<List<Message>, Mono<Void>> handlerOf(Message message) {
        return Objects.requireNonNull(byContract.get(message.getClass()), "the queue takes no other messages");
    }
}
