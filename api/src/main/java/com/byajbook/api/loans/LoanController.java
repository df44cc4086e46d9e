package com.byajbook.api.loans;

import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.usecase.AcceptCommands;
import com.byajbook.api.security.Caller;
import com.byajbook.api.web.Accepted;
import com.byajbook.api.web.IdempotencyKey;
import com.byajbook.api.web.PageRequest;
import com.byajbook.api.web.Uuids;
import com.byajbook.platform.message.ApplyForLoan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Applying for a loan, and reading what became of it. */
@RestController
@RequestMapping(path = "/v1/loans", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Borrowing")
class LoanController {

    private final AcceptCommands acceptance;
    private final FindLoan loans;
    private final LoanEngine engine;
    private final Clock clock;

    LoanController(AcceptCommands acceptance, FindLoan loans, LoanEngine engine, Clock clock) {
        this.acceptance = acceptance;
        this.loans = loans;
        this.engine = engine;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "applyForLoan",
            summary = "Apply for a loan",
            description = "202 once the application is durably stored.")
    Mono<ResponseEntity<ReceivedLoan>> apply(
            Caller caller, IdempotencyKey key, @RequestBody LoanApplication application) {
        return Mono.fromSupplier(() -> command(caller, key, application))
                .flatMap(acceptance::accept)
                .map(receipt -> Accepted.at("/v1/loans/", receipt, new ReceivedLoan(receipt.id(), LoanView.RECEIVED)));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getLoan",
            summary = "One of my loans",
            description = "With an ETag; If-None-Match answers 304.")
    Mono<ResponseEntity<LoanView>> get(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
        return Mono.defer(() -> loans.get(caller.id(), Uuids.inPath(id))).map(loan -> orNotModified(loan, exchange));
    }

    @GetMapping
    @Operation(operationId = "listLoans", summary = "My loans, newest first")
    Mono<LoanPage> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PageRequest.DEFAULT_LIMIT) int limit) {
        return Mono.defer(() -> engine.list(caller.id(), PageRequest.of(cursor, limit)));
    }

    private Command command(Caller caller, IdempotencyKey key, LoanApplication application) {
        Instant now = clock.instant();
        return Command.of(
                caller.id(),
                com.byajbook.api.intake.domain.Operation.APPLY_FOR_LOAN,
                key.value(),
                application.canonical(),
                now,
                id -> new ApplyForLoan(
                        id,
                        now,
                        id,
                        caller.id(),
                        caller.kycComplete(),
                        application.checkedAmount(),
                        application.checkedTenure(),
                        application.checkedPurpose()));
    }

    private static ResponseEntity<LoanView> orNotModified(LoanView loan, ServerWebExchange exchange) {
        return exchange.checkNotModified(loan.etag())
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .eTag(loan.etag())
                        .build()
                : ResponseEntity.ok().eTag(loan.etag()).body(loan);
    }

    /** The answer to an application. */
    record ReceivedLoan(UUID id, String status) {}
}
