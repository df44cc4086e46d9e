package com.byajbook.platform.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Gives held money back to its wallets; holds that are over already stay as they are. Nothing answers.
 *
 * @param holdIds holds of which {@link FundsHeld} was heard; 1 to 1,000
 */
public record ReleaseFunds(UUID messageId, Instant occurredAt, UUID loanId, List<UUID> holdIds) implements Message {

    public ReleaseFunds {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("loanId", loanId);
        holdIds = Checks.some("holdIds", holdIds);
    }

    @Override
    public UUID businessKey() {
        return loanId;
    }
}
