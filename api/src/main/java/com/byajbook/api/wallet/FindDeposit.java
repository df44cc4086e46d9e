package com.byajbook.api.wallet;

import com.byajbook.api.intake.domain.AcceptedCommand;
import com.byajbook.api.intake.domain.Operation;
import com.byajbook.api.intake.usecase.FindAccepted;
import com.byajbook.api.projection.Projections;
import com.byajbook.platform.problem.Failure;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A lender's own deposit: from the projection, else from its owner, else, just accepted, from the intake. */
@Component
class FindDeposit {

    private final Projections projections;
    private final Wallets wallets;
    private final FindAccepted accepted;
    private final JsonMapper json;

    FindDeposit(Projections projections, Wallets wallets, FindAccepted accepted, JsonMapper json) {
        this.projections = projections;
        this.wallets = wallets;
        this.accepted = accepted;
        this.json = json;
    }

    /** The deposit; fails with not-found when it does not exist, is somebody else's or another kind of transfer. */
    Mono<TransferView> get(UUID lender, UUID deposit) {
        return projections
                .find(lender, TransferView.KIND, deposit)
                .map(text -> json.readValue(text, TransferView.class))
                .switchIfEmpty(Mono.defer(() -> owned(lender, deposit)))
                .filter(TransferView::isDeposit)
                .switchIfEmpty(Mono.error(() -> Failure.notFound("You have no such deposit.")));
    }

    private Mono<TransferView> owned(UUID lender, UUID deposit) {
        return wallets.find(lender, deposit)
                .onErrorResume(Failure.class, outage -> pending(lender, deposit).switchIfEmpty(Mono.error(outage)))
                .switchIfEmpty(Mono.defer(() -> pending(lender, deposit)));
    }

    private Mono<TransferView> pending(UUID lender, UUID deposit) {
        return accepted.find(lender, Operation.DEPOSIT_TO_WALLET, deposit).map(this::pending);
    }

    private TransferView pending(AcceptedCommand command) {
        return TransferView.accepted(
                command.id(), json.readValue(command.body(), DepositRequest.class), command.acceptedAt());
    }
}
