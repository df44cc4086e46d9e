package com.byajbook.api.loans;

import com.byajbook.api.security.Caller;
import com.byajbook.api.web.PageRequest;
import com.byajbook.api.web.Uuids;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What belongs to a loan beside its status; the loan engine writes it, and it is passed on unread. */
@RestController
@RequestMapping(path = "/v1/loans/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Borrowing")
class LoanDocumentsController {

    private final FindLoan loans;
    private final LoanEngine engine;

    LoanDocumentsController(FindLoan loans, LoanEngine engine) {
        this.loans = loans;
        this.engine = engine;
    }

    @GetMapping("/kfs")
    @Operation(
            operationId = "getKeyFactStatement",
            summary = "The key fact statement of an offer",
            description = "409 not-ready while the loan is not decided or with a person; 404 when it was declined.")
    Mono<ResponseEntity<byte[]>> kfs(Caller caller, @PathVariable String id) {
        return Mono.defer(() -> document(caller.id(), Uuids.inPath(id), LoanDocument.KFS));
    }

    @GetMapping("/schedule")
    @Operation(
            operationId = "getSchedule",
            summary = "The instalments of an offer, or of the loan that it became",
            description =
                    "As they were offered, with dates from the day of the offer, until the loan is paid out; then as"
                            + " they are, with what was charged and paid. 409 not-ready while the loan is not decided or with a"
                            + " person; 404 when it was declined.")
    @ApiResponse(
            responseCode = "200",
            description = "All instalments",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LoanSchedule.class)))
    Mono<ResponseEntity<byte[]>> schedule(Caller caller, @PathVariable String id) {
        return Mono.defer(() -> document(caller.id(), Uuids.inPath(id), LoanDocument.SCHEDULE));
    }

    @GetMapping("/foreclosure-quote")
    @Operation(
            operationId = "getForeclosureQuote",
            summary = "What closes one of my loans today",
            description = "409 not-ready until the loan is paid out, 422 loan-not-payable once it has ended.")
    @ApiResponse(
            responseCode = "200",
            description = "Holds for the day that it names",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ForeclosureQuote.class)))
    Mono<ResponseEntity<byte[]>> foreclosureQuote(Caller caller, @PathVariable String id) {
        return Mono.defer(() -> document(caller.id(), Uuids.inPath(id), LoanDocument.FORECLOSURE_QUOTE));
    }

    @GetMapping("/autopay")
    @Operation(
            operationId = "getAutopay",
            summary = "Whether instalments of one of my loans are collected by themselves, and how that goes",
            description = "OFF until it was asked for; 409 not-ready while the loan has no offer.")
    @ApiResponse(
            responseCode = "200",
            description = "The autopay with its instalments",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Autopay.class)))
    Mono<ResponseEntity<byte[]>> autopay(Caller caller, @PathVariable String id) {
        return Mono.defer(() -> document(caller.id(), Uuids.inPath(id), LoanDocument.AUTOPAY));
    }

    @GetMapping("/statement")
    @Operation(
            operationId = "getStatement",
            summary = "What was booked on one of my loans",
            description = "409 not-ready until the loan is paid out; 404 when it was declined.")
    @ApiResponse(
            responseCode = "200",
            description = "Some of the bookings",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LoanStatement.class)))
    Mono<ResponseEntity<byte[]>> statement(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PageRequest.DEFAULT_LIMIT) int limit) {
        return Mono.defer(() -> statement(caller.id(), Uuids.inPath(id), PageRequest.of(cursor, limit)));
    }

    private Mono<ResponseEntity<byte[]>> statement(UUID borrower, UUID id, PageRequest page) {
        return owned(borrower, id, LoanDocument.STATEMENT, () -> engine.statement(borrower, id, page));
    }

    private Mono<ResponseEntity<byte[]>> document(UUID borrower, UUID id, LoanDocument document) {
        return owned(borrower, id, document, () -> engine.document(borrower, id, document));
    }

    /** Asks its owner only for what an own loan can have. */
    private Mono<ResponseEntity<byte[]>> owned(
            UUID borrower, UUID id, LoanDocument document, Supplier<Mono<byte[]>> asked) {
        return loans.get(borrower, id)
                .flatMap(loan -> loan.hasOffer() ? asked.get() : Mono.error(() -> withoutOffer(loan, document)))
                .map(body -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body));
    }

    private static Failure withoutOffer(LoanView loan, LoanDocument document) {
        return loan.isDeclined()
                ? Failure.notFound("A declined loan has no " + document.words() + ".")
                : Failure.conflict(
                        ProblemType.NOT_READY,
                        "The loan is " + loan.status() + "; it has a " + document.words() + " once it is "
                                + document.since() + ".");
    }
}
