package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lender's commitment reached another state.
 *
 * @param commitmentVersion grows with every change; a reader ignores what is older than what it has
 * @param reason why it was refused or given back, a stable code
 */
public record CommitmentChanged(
        UUID messageId,
        Instant occurredAt,
        UUID commitmentId,
        UUID loanId,
        UUID lenderId,
        int commitmentVersion,
        Status status,
        long amountPaise,
        @Nullable String reason)
        implements Message {

    public CommitmentChanged {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("commitmentId", commitmentId);
        Checks.present("loanId", loanId);
        Checks.present("lenderId", lenderId);
        Checks.positive("commitmentVersion", commitmentVersion);
        Checks.present("status", status);
        Checks.positive("amountPaise", amountPaise);
    }

    @Override
    public UUID businessKey() {
        return commitmentId;
    }

    /** What a lender sees. */
    public enum Status {
        /** The loan has room for it, and the money is being held. */
        PENDING,
        /** The money is held for the loan. */
        HELD,
        /** Nothing is held. */
        REFUSED,
        /** The loan was paid out: the money works. */
        INVESTED,
        /** The loan was not paid out: the money is in the wallet again. */
        RELEASED
    }
}
