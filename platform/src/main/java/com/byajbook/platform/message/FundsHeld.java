package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link HoldFunds}.
 *
 * @param reason why not, a stable code; null when the money is held
 */
public record FundsHeld(
        UUID messageId,
        Instant occurredAt,
        UUID holdId,
        UUID loanId,
        UUID lenderId,
        long amountPaise,
        Outcome outcome,
        @Nullable String reason)
        implements Message {

    public FundsHeld {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("holdId", holdId);
        Checks.present("loanId", loanId);
        Checks.present("lenderId", lenderId);
        Checks.present("outcome", outcome);
        Checks.positive("amountPaise", amountPaise);
        if ((outcome == Outcome.REFUSED) != (reason != null)) {
            throw new IllegalArgumentException("a refusal and nothing else has a reason, not " + outcome);
        }
    }

    @Override
    public UUID businessKey() {
        return holdId;
    }

    /** Whether the money is held. */
    public enum Outcome {
        HELD,
        REFUSED
    }
}
