package com.byajbook.api.lending;

import com.byajbook.api.intake.domain.AcceptedCommand;
import com.byajbook.api.intake.domain.Operation;
import com.byajbook.api.intake.usecase.FindAccepted;
import com.byajbook.api.projection.Projections;
import com.byajbook.platform.problem.Failure;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A lender's own commitment: from the projection, else from its owner, else, just accepted, from the intake. */
@Component
class FindCommitment {

    private final Projections projections;
    private final Marketplace marketplace;
    private final FindAccepted accepted;
    private final JsonMapper json;

    FindCommitment(Projections projections, Marketplace marketplace, FindAccepted accepted, JsonMapper json) {
        this.projections = projections;
        this.marketplace = marketplace;
        this.accepted = accepted;
        this.json = json;
    }

    /** The commitment; fails with not-found when it does not exist or is somebody else's. */
    Mono<CommitmentView> get(UUID lender, UUID commitment) {
        return projections
                .find(lender, CommitmentView.KIND, commitment)
                .map(text -> json.readValue(text, CommitmentView.class))
                .switchIfEmpty(Mono.defer(() -> owned(lender, commitment)));
    }

    private Mono<CommitmentView> owned(UUID lender, UUID commitment) {
        return marketplace
                .find(lender, commitment)
                .onErrorResume(
                        Failure.class, outage -> pending(lender, commitment).switchIfEmpty(Mono.error(outage)))
                .switchIfEmpty(Mono.defer(() -> pending(lender, commitment)))
                .switchIfEmpty(Mono.error(() -> Failure.notFound("You have no such commitment.")));
    }

    private Mono<CommitmentView> pending(UUID lender, UUID commitment) {
        return accepted.find(lender, Operation.COMMIT_FUNDS, commitment).map(this::pending);
    }

    private CommitmentView pending(AcceptedCommand command) {
        return CommitmentView.accepted(
                command.id(), json.readValue(command.body(), AcceptedCommitment.class), command.acceptedAt());
    }
}
