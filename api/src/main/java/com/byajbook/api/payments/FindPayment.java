package com.byajbook.api.payments;

import com.byajbook.api.intake.domain.AcceptedCommand;
import com.byajbook.api.intake.domain.Operation;
import com.byajbook.api.intake.usecase.FindAccepted;
import com.byajbook.api.projection.Projections;
import com.byajbook.platform.problem.Failure;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A payer's own payment: from the projection, else from its owner, else, just accepted, from the intake. */
@Component
class FindPayment {

    private final Projections projections;
    private final PaymentFlow flow;
    private final FindAccepted accepted;
    private final JsonMapper json;

    FindPayment(Projections projections, PaymentFlow flow, FindAccepted accepted, JsonMapper json) {
        this.projections = projections;
        this.flow = flow;
        this.accepted = accepted;
        this.json = json;
    }

    /** The payment; fails with not-found when it does not exist or is somebody else's. */
    Mono<PaymentView> get(UUID payer, UUID payment) {
        return projections
                .find(payer, PaymentView.KIND, payment)
                .map(text -> json.readValue(text, PaymentView.class))
                .switchIfEmpty(Mono.defer(() -> owned(payer, payment)));
    }

    private Mono<PaymentView> owned(UUID payer, UUID payment) {
        return flow.find(payer, payment)
                .onErrorResume(Failure.class, outage -> pending(payer, payment).switchIfEmpty(Mono.error(outage)))
                .switchIfEmpty(Mono.defer(() -> pending(payer, payment)))
                .switchIfEmpty(Mono.error(() -> Failure.notFound("You have no such payment.")));
    }

    private Mono<PaymentView> pending(UUID payer, UUID payment) {
        return accepted.find(payer, Operation.INITIATE_PAYMENT, payment).map(this::pending);
    }

    private PaymentView pending(AcceptedCommand command) {
        return PaymentView.accepted(
                command.id(), json.readValue(command.body(), PaymentRequest.class), command.acceptedAt());
    }
}
