package com.byajbook.api.intake.usecase;

import com.byajbook.api.intake.domain.AcceptedCommand;
import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.domain.Receipt;
import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.time.Duration;
import reactor.core.publisher.MonoSink;

/**
 * A command whose request waits for the word.
 *
 * @param sinceNanos when it began to wait, on the batcher's clock
 */
record Pending(Command command, Deadline deadline, long sinceNanos, MonoSink<Receipt> answer) {

    private static final Duration SHORTLY = Duration.ofMillis(500);

    void accepted() {
        answer.success(new Receipt(command.id(), false));
    }

    /** Whether this row may be this request's own, if nobody knows who wrote it. */
    boolean mayHaveWritten(AcceptedCommand stored) {
        return stored.acceptedAt().equals(command.acceptedAt());
    }

    /**
     * Answers by what stands in the table.
     *
     * @param own whether it is this request's own row, and not an earlier one's
     */
    void answeredBy(AcceptedCommand stored, boolean own) {
        if (stored.answers(command)) {
            answer.success(new Receipt(command.id(), !own));
        } else {
            answer.error(Failure.refused(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used before with another body. Use a new key for a new request."));
        }
    }

    void outcomeUnknown() {
        answer.error(Failure.outcomeUnknown(SHORTLY));
    }

    void expired() {
        answer.error(Failure.deadlinePassed("The request"));
    }

    void failed(Throwable error) {
        answer.error(error);
    }
}
