package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A borrower's accepted wish to leave a loan: before it is paid out, or in the cooling-off days.
 */
public record CancelLoan(UUID messageId, Instant occurredAt, UUID loanId, UUID borrowerId) implements Message {

    public CancelLoan {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("loanId", loanId);
        Checks.present("borrowerId", borrowerId);
    }

    @Override
    public UUID businessKey() {
        return loanId;
    }
}
