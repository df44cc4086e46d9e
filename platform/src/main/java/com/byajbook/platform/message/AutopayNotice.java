package com.byajbook.platform.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a borrower must hear of an instalment that is collected by itself.
 *
 * @param number of the instalment
 * @param collectOn the day of the first attempt, or of the last one once it is given up
 * @param byMandate whether nothing is left to do for the borrower; otherwise a request is to be approved in the UPI app
 * @param reference under which the borrower and we speak of it
 */
public record AutopayNotice(
        UUID messageId,
        Instant occurredAt,
        UUID loanId,
        UUID borrowerId,
        int number,
        Kind kind,
        long amountPaise,
        LocalDate dueOn,
        LocalDate collectOn,
        boolean byMandate,
        String reference)
        implements Message {

    public AutopayNotice {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("loanId", loanId);
        Checks.present("borrowerId", borrowerId);
        Checks.positive("number", number);
        Checks.present("kind", kind);
        Checks.positive("amountPaise", amountPaise);
        Checks.present("dueOn", dueOn);
        Checks.present("collectOn", collectOn);
        Checks.text("reference", reference);
    }

    @Override
    public UUID businessKey() {
        return loanId;
    }

    /** The occasion. */
    public enum Kind {
        /** It will be collected, 24 hours from now or later. */
        UPCOMING,
        /** The last attempt failed: the borrower has to pay it. */
        GIVEN_UP
    }
}
