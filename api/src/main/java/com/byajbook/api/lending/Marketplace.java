package com.byajbook.api.lending;

import com.byajbook.api.web.OwnersPage;
import com.byajbook.api.web.PageRequest;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.remote.RemoteService;
import com.byajbook.platform.remote.RemoteServices;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** The owner of listings, commitments and portfolios, the loan engine, over HTTP, under a deadline and behind a breaker. */
@Component
public class Marketplace {

    private static final String ENGINE = "loan-engine";
    private static final String PORTFOLIO = "/internal/lenders/{lender}/portfolio";

    private final RemoteService owner;

    Marketplace(RemoteServices services) {
        this.owner = services.named(ENGINE);
    }

    /** Empty when the owner does not know it, or it is somebody else's. */
    Mono<CommitmentView> find(UUID lender, UUID commitment) {
        return owner.guardedAndRepeated(owner.client()
                        .get()
                        .uri("/internal/lenders/{lender}/commitments/{commitment}", lender, commitment)
                        .retrieve()
                        .bodyToMono(CommitmentView.class))
                .onErrorResume(WebClientResponseException.NotFound.class, unknown -> Mono.empty())
                .onErrorMap(WebClientResponseException.class, Marketplace::broken);
    }

    /** Loans that look for money, passed on as the owner wrote them. */
    Mono<byte[]> listings(PageRequest page) {
        return OwnersPage.readKnown(owner, ENGINE, page, "/internal/marketplace/loans");
    }

    /** A lender's shares, passed on as the owner wrote them. */
    Mono<byte[]> portfolio(UUID lender, PageRequest page) {
        return OwnersPage.readKnown(owner, ENGINE, page, PORTFOLIO, lender);
    }

    /** What a lender has in loans; empty when the owner does not say. */
    public Mono<Long> findInvested(UUID lender) {
        return owner.guardedAndRepeated(owner.client()
                        .get()
                        .uri(PORTFOLIO + "?limit=1", lender)
                        .retrieve()
                        .bodyToMono(Sums.class))
                .onErrorMap(WebClientResponseException.class, Marketplace::broken)
                .mapNotNull(Sums::investedPaise);
    }

    private static Failure broken(WebClientResponseException refusal) {
        return Failure.unavailable(ENGINE, refusal);
    }

    /** What is read of a portfolio. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Sums(@Nullable Long investedPaise) {}
}
