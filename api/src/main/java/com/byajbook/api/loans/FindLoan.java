package com.byajbook.api.loans;

import com.byajbook.api.intake.domain.AcceptedCommand;
import com.byajbook.api.intake.domain.Operation;
import com.byajbook.api.intake.usecase.FindAccepted;
import com.byajbook.api.projection.Projections;
import com.byajbook.platform.problem.Failure;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * A borrower's own loan: from the projection, else from its owner, else, just accepted, from the intake.
 *
 * <p>The intake comes last and always: a loan that was answered with 202 is never unknown, whoever is down.
 */
@Component
public class FindLoan {

    private final Projections projections;
    private final LoanEngine engine;
    private final FindAccepted accepted;
    private final JsonMapper json;

    FindLoan(Projections projections, LoanEngine engine, FindAccepted accepted, JsonMapper json) {
        this.projections = projections;
        this.engine = engine;
        this.accepted = accepted;
        this.json = json;
    }

    /**
     * The loan, as good as it can be known now; fails with not-found when it does not exist or is somebody else's. While the
     * owner is away or overloaded, a loan may look as it did when it was accepted.
     */
    public Mono<LoanView> get(UUID borrower, UUID loan) {
        return known(borrower, loan)
                .onErrorResume(Failure.class, outage -> received(borrower, loan).switchIfEmpty(Mono.error(outage)))
                .switchIfEmpty(Mono.defer(() -> received(borrower, loan)))
                .switchIfEmpty(Mono.error(() -> Failure.notFound("You have no such loan.")));
    }

    /**
     * The loan to decide by: as {@link #get}, but an owner who cannot say is an error that says when to come back. What a loan
     * was once is no reason to refuse anything for good.
     */
    public Mono<LoanView> getConfirmed(UUID borrower, UUID loan) {
        return known(borrower, loan)
                .switchIfEmpty(Mono.defer(() -> received(borrower, loan)))
                .switchIfEmpty(Mono.error(() -> Failure.notFound("You have no such loan.")));
    }

    private Mono<LoanView> known(UUID borrower, UUID loan) {
        return projections
                .find(borrower, LoanView.KIND, loan)
                .map(text -> json.readValue(text, LoanView.class))
                .switchIfEmpty(Mono.defer(() -> engine.find(borrower, loan)));
    }

    private Mono<LoanView> received(UUID borrower, UUID loan) {
        return accepted.find(borrower, Operation.APPLY_FOR_LOAN, loan).map(this::received);
    }

    private LoanView received(AcceptedCommand command) {
        return LoanView.received(
                command.id(), json.readValue(command.body(), LoanApplication.class), command.acceptedAt());
    }
}
