package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;

/** Gives a mandate back, approved or not; payment-flow answers with {@link MandateChanged}. */
public record RevokeMandate(UUID messageId, Instant occurredAt, UUID mandateId, UUID loanId, UUID payerId)
        implements Message {

    public RevokeMandate {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("mandateId", mandateId);
        Checks.present("loanId", loanId);
        Checks.present("payerId", payerId);
    }

    @Override
    public UUID businessKey() {
        return mandateId;
    }
}
