package com.byajbook.api.quotes;

import com.byajbook.api.web.Fields;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.remote.RemoteService;
import com.byajbook.platform.remote.RemoteServices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** What a loan would cost; computed by the loan engine, remembered by nobody. */
@RestController
@Tag(name = "Borrowing")
class QuoteController {

    private static final long MAX_AMOUNT_PAISE = 100_000_000;
    private static final int MAX_TENURE_MONTHS = 36;

    private final RemoteService engine;

    QuoteController(RemoteServices services) {
        this.engine = services.named("loan-engine");
    }

    @PostMapping(
            path = "/v1/quotes",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "quote", summary = "What a loan would cost")
    @ApiResponse(
            responseCode = "200",
            description = "The figures of a key fact statement",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Quote.class)))
    Mono<ResponseEntity<byte[]>> quote(@RequestBody QuoteRequest request) {
        return Mono.defer(() -> ask(request.checked()))
                .map(quote -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(quote));
    }

    private Mono<byte[]> ask(Map<String, Long> question) {
        return engine.guardedAndRepeated(engine.client()
                        .post()
                        .uri("/internal/quotes")
                        .bodyValue(question)
                        .retrieve()
                        .bodyToMono(byte[].class))
                .onErrorMap(WebClientResponseException.BadRequest.class, refusal -> Fields.invalid(detail(refusal)))
                .onErrorMap(WebClientResponseException.class, broken -> Failure.unavailable("loan-engine", broken));
    }

    /** The owner's words name the product's bounds. */
    private static String detail(WebClientResponseException refusal) {
        OwnersProblem problem = refusal.getResponseBodyAs(OwnersProblem.class);
        return problem == null || problem.detail() == null ? "The product has no such loan." : problem.detail();
    }

    /** The question. */
    record QuoteRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minimum = "1",
                    maximum = "100000000",
                    example = "2000000")
            @Nullable
            Long amountPaise,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "36", example = "24")
            @Nullable
            Integer tenureMonths) {

        Map<String, Long> checked() {
            return Map.of(
                    "amountPaise",
                    Fields.within("amountPaise", amountPaise, 1, MAX_AMOUNT_PAISE),
                    "tenureMonths",
                    (long) Fields.within("tenureMonths", tenureMonths, 1, MAX_TENURE_MONTHS));
        }
    }

    /** What is read of the owner's problem. */
    private record OwnersProblem(@Nullable String detail) {}
}
