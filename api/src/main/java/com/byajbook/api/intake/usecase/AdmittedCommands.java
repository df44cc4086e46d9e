package com.byajbook.api.intake.usecase;

import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.domain.Receipt;
import com.byajbook.platform.overload.gate.Gate;
import com.byajbook.platform.overload.gate.Permit;
import reactor.core.publisher.Mono;

/**
 * Lets in as many commands as the batches in flight can take, by class and promise.
 *
 * <p>A permit stands for a command in a batch. It comes back when the batch is settled, not when the caller leaves: the
 * database works on it all the same.
 */
final class AdmittedCommands implements AcceptCommands {

    private final AcceptCommands acceptance;
    private final Gate gate;

    AdmittedCommands(AcceptCommands acceptance, Gate gate) {
        this.acceptance = acceptance;
        this.gate = gate;
    }

    @Override
    public Mono<Receipt> accept(Command command) {
        return gate.admitHolding(permit -> settled(command, permit), unwanted -> Mono.empty());
    }

    private Mono<Receipt> settled(Command command, Permit permit) {
        return acceptance.accept(command).doOnNext(receipt -> permit.done());
    }
}
