package com.byajbook.platform.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Undoes the funding of a loan that was not paid out: what each lender gave is in its wallet again. Nothing answers.
 *
 * @param disbursalId of the {@link DisburseLoan} that is undone
 * @param holdIds every hold that it named
 */
public record ReturnFunds(UUID messageId, Instant occurredAt, UUID disbursalId, UUID loanId, List<UUID> holdIds)
        implements Message {

    public ReturnFunds {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("disbursalId", disbursalId);
        Checks.present("loanId", loanId);
        holdIds = Checks.some("holdIds", holdIds);
    }

    @Override
    public UUID businessKey() {
        return loanId;
    }
}
