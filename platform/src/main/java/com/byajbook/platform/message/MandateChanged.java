package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mandate reached a state that its payer may see.
 *
 * @param mandateVersion grows with every change; a reader ignores what is older than what it has
 * @param reason why it was rejected or revoked, where that was not the payer's wish
 */
public record MandateChanged(
        UUID messageId,
        Instant occurredAt,
        UUID mandateId,
        UUID loanId,
        UUID payerId,
        int mandateVersion,
        Status status,
        @Nullable String reason)
        implements Message {

    public MandateChanged {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("mandateId", mandateId);
        Checks.present("loanId", loanId);
        Checks.present("payerId", payerId);
        Checks.positive("mandateVersion", mandateVersion);
        Checks.present("status", status);
    }

    @Override
    public UUID businessKey() {
        return mandateId;
    }

    /** What a payer sees. */
    public enum Status {
        ACTIVE,
        REJECTED,
        REVOKED
    }
}
