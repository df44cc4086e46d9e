package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a UPI provider told us of a collection or a payout, its signature already checked.
 *
 * @param eventId the provider's own id of this event
 * @param utr the bank's unique transaction reference; present when the money moved
 * @param reason why it failed or came back; absent on success
 * @param provider which provider said so
 */
public record UpiCallback(
        UUID messageId,
        Instant occurredAt,
        String eventId,
        UUID paymentId,
        Status status,
        long amountPaise,
        @Nullable String utr,
        @Nullable String reason,
        String provider)
        implements Message {

    /** The only one, when callbacks did not name theirs yet. */
    public static final String FIRST_PROVIDER = "upi";

    @SuppressWarnings("NullAway" /* An older sender names no provider. */)
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
        provider = provider == null ? FIRST_PROVIDER : provider;
    }

    @Override
    public UUID businessKey() {
        return paymentId;
    }

    /** The provider's word. */
    public enum Status {
        SUCCEEDED,
        FAILED,
        /** It had succeeded, and the bank sent the money back. */
        REVERSED
    }
}
