package com.byajbook.api.loans;

import com.byajbook.api.web.OwnersPage;
import com.byajbook.api.web.PageRequest;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import com.byajbook.platform.remote.RemoteService;
import com.byajbook.platform.remote.RemoteServices;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** The owner of loans, over HTTP, under a deadline and behind a breaker. */
@Component
class LoanEngine {

    private static final String LOAN = "/internal/borrowers/{borrower}/loans/{loan}";

    private final RemoteService owner;

    LoanEngine(RemoteServices services) {
        this.owner = services.named("loan-engine");
    }

    /** Empty when the owner does not know it, or it is somebody else's. */
    Mono<LoanView> find(UUID borrower, UUID loan) {
        return owner.guardedAndRepeated(owner.client()
                        .get()
                        .uri(LOAN, borrower, loan)
                        .retrieve()
                        .bodyToMono(LoanView.class))
                .onErrorResume(WebClientResponseException.NotFound.class, unknown -> Mono.empty())
                .onErrorMap(WebClientResponseException.class, LoanEngine::broken);
    }

    Mono<LoanPage> list(UUID borrower, PageRequest page) {
        return owner.guardedAndRepeated(owner.client()
                        .get()
                        .uri(uri -> uri.path("/internal/borrowers/{borrower}/loans")
                                .queryParam("limit", page.limit())
                                .queryParamIfPresent("after", Optional.ofNullable(page.cursor()))
                                .build(borrower))
                        .retrieve()
                        .bodyToMono(LoanPage.class))
                .onErrorMap(WebClientResponseException.BadRequest.class, bad -> PageRequest.invalidCursor())
                .onErrorMap(WebClientResponseException.class, LoanEngine::broken);
    }

    /** A document without pages, passed on as the owner wrote it. */
    Mono<byte[]> document(UUID borrower, UUID loan, LoanDocument document) {
        return owner.guardedAndRepeated(owner.client()
                        .get()
                        .uri(LOAN + document.path(), borrower, loan)
                        .retrieve()
                        .bodyToMono(byte[].class))
                .onErrorMap(WebClientResponseException.class, refusal -> withoutDocument(refusal, document));
    }

    /** A page of the statement. */
    Mono<byte[]> statement(UUID borrower, UUID loan, PageRequest page) {
        LoanDocument statement = LoanDocument.STATEMENT;
        return OwnersPage.read(owner, page, LOAN + statement.path(), borrower, loan)
                .onErrorMap(WebClientResponseException.class, refusal -> withoutDocument(refusal, statement));
    }

    private static Failure withoutDocument(WebClientResponseException refusal, LoanDocument document) {
        return switch (refusal.getStatusCode().value()) {
            case 404, 409 -> Failure.conflict(ProblemType.NOT_READY, "The loan has no " + document.words() + " yet.");
            case 422 ->
                Failure.refused(ProblemType.LOAN_NOT_PAYABLE, "The loan has ended; nothing is owed on it any more.");
            default -> broken(refusal);
        };
    }

    private static Failure broken(WebClientResponseException refusal) {
        return Failure.unavailable("loan-engine", refusal);
    }
}
