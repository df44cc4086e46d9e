package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.platform.message.Message;
import java.util.List;
import reactor.core.publisher.Mono;

/** One transaction around work that no message started. */
@FunctionalInterface
public interface CommitEffect {

    /** Commits the effect together with its messages, and then answers with its result. */
    <T> Mono<T> commit(Mono<Effect<T>> effect);

    /** What was done, and what is to be sent about it. */
    record Effect<T>(T result, List<Message> messages) {

        public Effect {
            messages = List.copyOf(messages);
        }
    }
}
