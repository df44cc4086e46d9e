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

    /** Answers by what stands in the table: perhaps an earlier request's row, perhaps this one's own. */
    void answeredBy(AcceptedCommand stored) {
        if (stored.answers(command)) {
            answer.success(new Receipt(command.id(), !stored.acceptedAt().equals(command.acceptedAt())));
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
