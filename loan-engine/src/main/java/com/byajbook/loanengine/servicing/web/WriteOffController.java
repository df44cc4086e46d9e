package com.byajbook.loanengine.servicing.web;

import com.byajbook.loanengine.servicing.usecase.WriteOff;
import com.byajbook.loanengine.servicing.usecase.WriteOff.Outcome;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Writing off a loan, for operators; the api's ops surface says who they are. */
@RestController
class WriteOffController {

    private static final int LONGEST = 500;

    private final WriteOff writingOff;

    WriteOffController(WriteOff writingOff) {
        this.writingOff = writingOff;
    }

    @PostMapping("/internal/control/loans/{loanId}/write-off")
    Mono<WrittenOff> writeOff(@PathVariable UUID loanId, @RequestBody WriteOffOrder order) {
        return Mono.fromSupplier(order::word)
                .flatMap(word -> writingOff.writeOff(loanId, word))
                .flatMap(outcome -> answer(loanId, outcome));
    }

    private static Mono<WrittenOff> answer(UUID loanId, Outcome outcome) {
        return switch (outcome) {
            case WRITTEN_OFF, ENDED_BEFORE -> Mono.just(new WrittenOff(loanId, outcome));
            case PERFORMING ->
                Mono.error(() -> Failure.conflict(
                        ProblemType.NOT_READY, "The loan is not classed as NPA; only such a loan is written off."));
            case UNKNOWN -> Mono.error(() -> Failure.notFound("There is no such loan, or it was not paid out."));
        };
    }

    /** What became of it; a repetition finds that the loan has ended. */
    record WrittenOff(UUID loanId, Outcome outcome) {}

    /** Who wants it, and why, in words that still make sense in a year. */
    record WriteOffOrder(@Nullable String by, @Nullable String reason) {

        WriteOff.Word word() {
            return new WriteOff.Word(given("by", by), given("reason", reason));
        }

        private static String given(String field, @Nullable String value) {
            if (value == null || value.isBlank() || value.length() > LONGEST) {
                throw Failure.invalid(
                        ProblemType.INVALID_FIELD, field + " must be text of 1 to " + LONGEST + " characters.");
            }
            return value.strip();
        }
    }
}
