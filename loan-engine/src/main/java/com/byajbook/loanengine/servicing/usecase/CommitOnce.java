package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** One transaction around an effect and the messages that follow from it. */
@FunctionalInterface
public interface CommitOnce {

    /**
     * Applies the effect to those events that were never applied before; completes when it is committed.
     *
     * @param effect answers with what is to be sent; it is not called when no event is new
     */
    Mono<Void> commit(List<PaymentChanged> events, Function<List<PaymentChanged>, Mono<List<Message>>> effect);
}
