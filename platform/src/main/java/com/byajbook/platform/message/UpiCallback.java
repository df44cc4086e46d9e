package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the UPI provider told us of a collection, its signature already checked.
 *
 * @param eventId the provider's own id of this event
 * @param utr the bank's unique transaction reference; present when the money moved
 * @param reason why it failed; absent on success
 */
public record UpiCallback(
        UUID messageId,
        Instant occurredAt,
        String eventId,
        UUID paymentId,
        Status status,
        long amountPaise,
        @Nullable String utr,
        @Nullable String reason)
        implements Message {

    public UpiCallback {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.text("eventId", eventId);
        Checks.present("paymentId", paymentId);
        Checks.present("status", status);
        Checks.positive("amountPaise", amountPaise);
        if (status == Status.SUCCEEDED) {
            Checks.text("utr", utr);
        }
    }

    @Override
    public UUID businessKey() {
        return paymentId;
    }

    /** The provider's word. */
    public enum Status {
        SUCCEEDED,
        FAILED
    }
}
