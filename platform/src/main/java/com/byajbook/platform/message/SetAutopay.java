package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;

/** A borrower's accepted wish that the instalments of a loan are collected by themselves, or are not any more. */
public record SetAutopay(UUID messageId, Instant occurredAt, UUID loanId, UUID borrowerId, boolean enabled)
        implements Message {

    public SetAutopay {
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
