package com.byajbook.api.intake.usecase;

import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.domain.Receipt;
import reactor.core.publisher.Mono;

/** The acceptance point. Decorators, the backlog's bound and admission, stand in front of it with the same face. */
public interface AcceptCommands {

    /**
     * Accepts a command: completes once it is committed.
     *
     * <p>Cancelling gives up the answer, never the work. Fails with {@code idempotency-key-reused} when the key was used
     * for another body, {@code overloaded} or {@code deadline-passed} when nothing was accepted, {@code outcome-unknown}
     * when that cannot be said.
     */
    Mono<Receipt> accept(Command command);
}
