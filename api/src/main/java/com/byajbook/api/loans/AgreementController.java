package com.byajbook.api.loans;

import com.byajbook.api.security.Caller;
import com.byajbook.api.web.Accepted;
import com.byajbook.api.web.IdempotencyKey;
import com.byajbook.api.web.Uuids;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Agreeing to an offer, leaving a loan, and how it is paid. */
@RestController
@RequestMapping(path = "/v1/loans/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Borrowing")
class AgreementController {

    private static final List<String> AFTER_ACCEPTANCE = List.of("LISTED");

    /** The last one in the cooling-off days, when all that is owed was paid. */
    private static final List<String> AFTER_CANCELLATION = List.of("CANCELLED", "CLOSED");

    private final AgreeOnLoan agreements;

    AgreementController(AgreeOnLoan agreements) {
        this.agreements = agreements;
    }

    @PostMapping(path = "/acceptance", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "acceptOffer",
            summary = "Accept the offer of one of my loans",
            description = "202 once my agreement to exactly this key fact statement is durably stored.")
    Mono<ResponseEntity<LoanWish>> accept(
            Caller caller, IdempotencyKey key, @PathVariable String id, @RequestBody Acceptance request) {
        return Mono.fromSupplier(() -> Uuids.inPath(id))
                .flatMap(loan -> agreements
                        .accept(caller.id(), key.value(), loan, request)
                        .map(receipt -> Accepted.in(
                                place(loan), receipt, new LoanWish(loan, LoanView.OFFERED, AFTER_ACCEPTANCE))));
    }

    @PostMapping("/cancellation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "cancelLoan",
            summary = "Leave one of my loans",
            description = "Before it is paid out, or in the cooling-off days at principal plus proportionate interest. "
                    + "202 once my wish is durably stored.")
    Mono<ResponseEntity<LoanWish>> cancel(Caller caller, IdempotencyKey key, @PathVariable String id) {
        return Mono.fromSupplier(() -> Uuids.inPath(id))
                .flatMap(loan -> agreements
                        .cancel(caller.id(), key.value(), loan)
                        .map(receipt ->
                                Accepted.in(place(loan), receipt, new LoanWish(loan, null, AFTER_CANCELLATION))));
    }

    @PostMapping(path = "/autopay", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "setAutopay",
            summary = "Have the instalments of one of my loans collected by themselves, or not any more",
            description =
                    "Turning it on asks me for a mandate in my UPI app. I hear of each instalment 24 hours before it is"
                            + " collected; one above 15,000 rupees I approve in the app. 202 once my wish is durably stored;"
                            + " 422 loan-not-payable when the loan is not ACTIVE.")
    Mono<ResponseEntity<AutopayAccepted>> setAutopay(
            Caller caller, IdempotencyKey key, @PathVariable String id, @RequestBody AutopayWish request) {
        return Mono.fromSupplier(() -> Uuids.inPath(id))
                .flatMap(loan -> agreements
                        .setAutopay(caller.id(), key.value(), loan, request)
                        .map(receipt -> Accepted.in(
                                place(loan) + "/autopay",
                                receipt,
                                new AutopayAccepted(loan, request.checkedEnabled()))));
    }

    private static String place(UUID loan) {
        return "/v1/loans/" + loan;
    }

    /** The answer to a wish about autopay; what became of it is at the address in {@code Location}. */
    record AutopayAccepted(UUID loanId, boolean enabled) {}

    /**
     * The answer to a wish about a loan.
     *
     * @param status of the loan when it was accepted, where only one is possible
     * @param awaits the states of the loan that fulfil the wish; the loan's events say when
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LoanWish(UUID id, @Nullable String status, List<String> awaits) {}
}
