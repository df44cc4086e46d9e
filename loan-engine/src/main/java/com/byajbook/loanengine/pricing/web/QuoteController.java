package com.byajbook.loanengine.pricing.web;

import com.byajbook.loanengine.pricing.usecase.Quote;
import com.byajbook.loanengine.pricing.usecase.QuoteLoan;
import com.byajbook.loanengine.pricing.usecase.QuoteOutcome;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /internal/quotes}. */
@RestController
class QuoteController {

    private final QuoteLoan quoteLoan;

    QuoteController(QuoteLoan quoteLoan) {
        this.quoteLoan = quoteLoan;
    }

    @PostMapping("/internal/quotes")
    Mono<Quote> quote(@RequestBody Mono<QuoteRequest> body) {
        return body.map(request -> quoteLoan.quote(
                        required("amountPaise", request.amountPaise()),
                        required("tenureMonths", request.tenureMonths())))
                .flatMap(QuoteController::orRefusal);
    }

    private static Mono<Quote> orRefusal(QuoteOutcome outcome) {
        return outcome.fold(
                quoted -> Mono.just(quoted.quote()),
                amount -> Mono.error(() -> invalid(
                        "amountPaise must lie between " + amount.minPaise() + " and " + amount.maxPaise() + ".")),
                tenure -> Mono.error(() -> invalid(
                        "tenureMonths must lie between " + tenure.minMonths() + " and " + tenure.maxMonths() + ".")));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw invalid(field + " is missing.");
        }
        return value;
    }

    private static Failure invalid(String detail) {
        return Failure.invalid(ProblemType.INVALID_FIELD, detail);
    }

    /** The body; boxed, so that a missing field is told from a zero. */
    record QuoteRequest(
            @Nullable Long amountPaise, @Nullable Integer tenureMonths) {}
}
