package com.byajbook.api.webhooks;

import com.byajbook.api.intake.domain.CanonicalBody;
import com.byajbook.api.web.Fields;
import com.byajbook.api.web.Uuids;
import com.byajbook.platform.message.UpiCallback;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of a collection. A field that it adds one day is passed over.
 *
 * @param merchantTxnId the payment's id
 * @param provider absent from the first provider, before there was a second
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record UpiEvent(
        @Nullable String eventId,
        @Nullable String merchantTxnId,
        @Nullable String status,
        @Nullable Long amountPaise,
        @Nullable String utr,
        @Nullable String reason,
        @Nullable String provider) {

    private static final int MAX_EVENT_ID = 200;
    private static final int MAX_UTR = 64;
    private static final int MAX_REASON = 500;
    private static final int MAX_PROVIDER = 40;

    String checkedEventId() {
        return Fields.text("eventId", eventId, MAX_EVENT_ID);
    }

    UUID checkedPayment() {
        return Uuids.inField("merchantTxnId", merchantTxnId);
    }

    UpiCallback.Status checkedStatus() {
        if ("SUCCEEDED".equals(status)) {
            return UpiCallback.Status.SUCCEEDED;
        }
        if ("FAILED".equals(status)) {
            return UpiCallback.Status.FAILED;
        }
        if ("REVERSED".equals(status)) {
            return UpiCallback.Status.REVERSED;
        }
        throw Fields.invalid("status must be SUCCEEDED, FAILED or REVERSED.");
    }

    long checkedAmount() {
        return Fields.within("amountPaise", amountPaise, 1, Long.MAX_VALUE);
    }

    /** Money that moved has a reference. */
    @Nullable
    String checkedUtr() {
        return utr == null && checkedStatus() != UpiCallback.Status.SUCCEEDED ? null : Fields.text("utr", utr, MAX_UTR);
    }

    String checkedProvider() {
        return provider == null ? UpiCallback.FIRST_PROVIDER : Fields.text("provider", provider, MAX_PROVIDER);
    }

    @Nullable
    String checkedReason() {
        return reason == null ? null : Fields.text("reason", reason, MAX_REASON);
    }

    /** Only what the event means: when it was sent may differ from one delivery to the next. */
    CanonicalBody canonical() {
        String givenReason = checkedReason();
        String givenUtr = checkedUtr();
        return CanonicalBody.fields()
                .with("amountPaise", checkedAmount())
                .with("eventId", checkedEventId())
                .with("merchantTxnId", checkedPayment().toString())
                .with("provider", checkedProvider())
                .with("reason", givenReason == null ? "" : givenReason)
                .with("status", checkedStatus().name())
                .with("utr", givenUtr == null ? "" : givenUtr)
                .render();
    }
}
