package com.byajbook.paymentflow.escrow.usecase;

import com.byajbook.platform.message.Message;
import java.util.List;
import reactor.core.publisher.Mono;

/** One transaction around work that no message started, and the messages that it causes. */
@FunctionalInterface
public interface CommitTogether {

    /** @return what was announced, once it is committed */
    Mono<List<Message>> commit(Mono<List<Message>> effect);
}
