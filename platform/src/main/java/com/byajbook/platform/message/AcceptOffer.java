package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A borrower's accepted wish to take an offer; the loan engine lists the loan, or says why not.
 *
 * @param kfsHash of the key fact statement that the borrower was shown
 */
public record AcceptOffer(UUID messageId, Instant occurredAt, UUID loanId, UUID borrowerId, String kfsHash)
        implements Message {

    public AcceptOffer {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("loanId", loanId);
        Checks.present("borrowerId", borrowerId);
        Checks.text("kfsHash", kfsHash);
    }

    @Override
    public UUID businessKey() {
        return loanId;
    }
}
