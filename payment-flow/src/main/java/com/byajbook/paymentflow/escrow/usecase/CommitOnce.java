package com.byajbook.paymentflow.escrow.usecase;

import com.byajbook.platform.message.Message;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** One transaction around an effect and the messages that follow from it. */
@FunctionalInterface
public interface CommitOnce {

    /** Applies the effect to those commands that were never applied before; completes when it is committed. */
    Mono<Void> commit(String consumer, List<Message> commands, Function<List<Message>, Mono<List<Message>>> effect);
}
