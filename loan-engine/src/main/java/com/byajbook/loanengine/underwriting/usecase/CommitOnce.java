package com.byajbook.loanengine.underwriting.usecase;

import com.byajbook.platform.message.ApplyForLoan;
import com.byajbook.platform.message.Message;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** One transaction around an effect and the messages that follow from it. */
@FunctionalInterface
public interface CommitOnce {

    /**
     * Applies the effect to those commands that were never applied before; completes when it is committed.
     *
     * @param effect answers with what is to be announced; it is not called when no command is new
     */
    Mono<Void> commit(List<ApplyForLoan> commands, Function<List<ApplyForLoan>, Mono<List<Message>>> effect);
}
