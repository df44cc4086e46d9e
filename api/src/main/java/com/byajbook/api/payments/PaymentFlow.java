package com.byajbook.api.payments;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.remote.RemoteService;
import com.byajbook.platform.remote.RemoteServices;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** The owner of payments, over HTTP, under a deadline and behind a breaker. */
@Component
class PaymentFlow {

    private final RemoteService owner;

    PaymentFlow(RemoteServices services) {
        this.owner = services.named("payment-flow");
    }

    /** Empty when the owner does not know it, or it is somebody else's. */
    Mono<PaymentView> find(UUID payer, UUID payment) {
        return owner.guardedAndRepeated(owner.client()
                        .get()
                        .uri("/internal/payers/{payer}/payments/{payment}", payer, payment)
                        .retrieve()
                        .bodyToMono(PaymentView.class))
                .onErrorResume(WebClientResponseException.NotFound.class, unknown -> Mono.empty())
                .onErrorMap(WebClientResponseException.class, broken -> Failure.unavailable("payment-flow", broken));
    }
}
