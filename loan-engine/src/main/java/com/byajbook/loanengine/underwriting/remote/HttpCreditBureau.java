package com.byajbook.loanengine.underwriting.remote;

import com.byajbook.loanengine.underwriting.domain.CreditReport;
import com.byajbook.loanengine.underwriting.domain.CreditReport.Known;
import com.byajbook.loanengine.underwriting.usecase.FetchCreditReport;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.web.reactive.function.UnsupportedMediaTypeException;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** Asks the bureau; the loan's id is the request's id, so the bureau answers a repeated question without a new inquiry. */
final class HttpCreditBureau implements FetchCreditReport {

    private static final String PATH = "/bureau/v1/reports";

    private final WebClient client;

    HttpCreditBureau(WebClient client) {
        this.client = client;
    }

    @Override
    public Mono<CreditReport> fetch(UUID loanId, UUID borrowerId) {
        return client.post()
                .uri(PATH)
                .bodyValue(new Request(loanId, borrowerId))
                .retrieve()
                .bodyToMono(Report.class)
                .<CreditReport>map(report -> report.about(borrowerId))
                .switchIfEmpty(Mono.error(() -> new NoSuchElementException("no body")))
                .onErrorMap(
                        HttpCreditBureau::isNonsense, e -> new UnusableReport("the bureau's answer is no report", e));
    }

    /** An answer that asking again would not mend; a server error is the breaker's business. */
    private static boolean isNonsense(Throwable error) {
        return error instanceof DecodingException
                || error instanceof IllegalArgumentException
                || error instanceof NoSuchElementException
                || error instanceof UnsupportedMediaTypeException
                || error instanceof WebClientResponseException response
                        && !response.getStatusCode().is5xxServerError();
    }

    private record Request(UUID requestId, UUID borrowerId) {}

    /** The bureau's answer; boxed, so that a missing figure is not taken for a zero. */
    private record Report(
            @Nullable UUID borrowerId,
            @Nullable Integer score,
            @Nullable Long monthlyIncomePaise,
            @Nullable Long monthlyObligationsPaise,
            @Nullable Long p2pOutstandingPaise) {

        Known about(UUID borrower) {
            if (!borrower.equals(borrowerId)) {
                throw new IllegalArgumentException("the report is about somebody else");
            }
            return new Known(
                    present(score),
                    present(monthlyIncomePaise),
                    present(monthlyObligationsPaise),
                    present(p2pOutstandingPaise));
        }

        private static <T> T present(@Nullable T figure) {
            if (figure == null) {
                throw new IllegalArgumentException("the report lacks a figure");
            }
            return figure;
        }
    }
}
