package com.byajbook.api.lending;

import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.usecase.AcceptCommands;
import com.byajbook.api.security.Caller;
import com.byajbook.api.web.Accepted;
import com.byajbook.api.web.IdempotencyKey;
import com.byajbook.api.web.Uuids;
import com.byajbook.platform.message.CommitFunds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Promising money to a loan, and reading what became of it. */
@RestController
@Tag(name = "Lending")
class CommitmentController {

    private final AcceptCommands acceptance;
    private final FindCommitment commitments;
    private final Clock clock;

    CommitmentController(AcceptCommands acceptance, FindCommitment commitments, Clock clock) {
        this.acceptance = acceptance;
        this.commitments = commitments;
        this.clock = clock;
    }

    /** Whether the loan looks for money is its owner's to say: a lender is told by the commitment. */
    @PostMapping(
            path = "/v1/loans/{id}/commitments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "commitFunds",
            summary = "Promise money to a listed loan",
            description = "202 once the commitment is durably stored; it becomes HELD, or REFUSED with a reason.")
    Mono<ResponseEntity<PendingCommitment>> commit(
            Caller caller, IdempotencyKey key, @PathVariable String id, @RequestBody CommitmentRequest request) {
        return Mono.fromSupplier(() -> command(caller, key, Uuids.inPath(id), request))
                .flatMap(acceptance::accept)
                .map(receipt -> Accepted.at(
                        "/v1/commitments/", receipt, new PendingCommitment(receipt.id(), CommitmentView.PENDING)));
    }

    @GetMapping(path = "/v1/commitments/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getCommitment", summary = "One of my commitments")
    Mono<CommitmentView> get(Caller caller, @PathVariable String id) {
        return Mono.defer(() -> commitments.get(caller.id(), Uuids.inPath(id)));
    }

    private Command command(Caller caller, IdempotencyKey key, UUID loan, CommitmentRequest request) {
        Instant now = clock.instant();
        return Command.of(
                caller.id(),
                com.byajbook.api.intake.domain.Operation.COMMIT_FUNDS,
                key.value(),
                request.canonical(loan),
                now,
                id -> new CommitFunds(id, now, id, loan, caller.id(), caller.kycComplete(), request.checkedAmount()));
    }

    /** The answer to a commitment. */
    record PendingCommitment(UUID id, String status) {}
}
