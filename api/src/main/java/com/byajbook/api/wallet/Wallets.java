package com.byajbook.api.wallet;

import com.byajbook.api.web.OwnersPage;
import com.byajbook.api.web.PageRequest;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.remote.RemoteService;
import com.byajbook.platform.remote.RemoteServices;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** The owner of wallets and transfers, payment-flow, over HTTP, under a deadline and behind a breaker. */
@Component
class Wallets {

    private static final String FLOW = "payment-flow";
    private static final String WALLET = "/internal/lenders/{lender}/wallet";

    private final RemoteService owner;

    Wallets(RemoteServices services) {
        this.owner = services.named(FLOW);
    }

    Mono<WalletView> get(UUID lender) {
        return owner.guardedAndRepeated(
                        owner.client().get().uri(WALLET, lender).retrieve().bodyToMono(WalletView.class))
                .onErrorMap(WebClientResponseException.class, Wallets::broken);
    }

    /** What was booked in a wallet, passed on as the owner wrote it. */
    Mono<byte[]> statement(UUID lender, PageRequest page) {
        return OwnersPage.readKnown(owner, FLOW, page, WALLET + "/statement", lender);
    }

    /** Empty when the owner does not know it, or it is somebody else's. */
    Mono<TransferView> find(UUID user, UUID transfer) {
        return owner.guardedAndRepeated(owner.client()
                        .get()
                        .uri("/internal/users/{user}/transfers/{transfer}", user, transfer)
                        .retrieve()
                        .bodyToMono(TransferView.class))
                .onErrorResume(WebClientResponseException.NotFound.class, unknown -> Mono.empty())
                .onErrorMap(WebClientResponseException.class, Wallets::broken);
    }

    private static Failure broken(WebClientResponseException refusal) {
        return Failure.unavailable(FLOW, refusal);
    }
}
