package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Evidence;
import com.byajbook.paymentflow.payments.domain.Finding;
import com.byajbook.platform.message.UpiCallback;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed callback of the provider.
 *
 * @param eventId the provider's own id of it
 */
public record ProviderEvent(
        String eventId,
        UUID paymentId,
        UpiCallback.Status status,
        long amountPaise,
        @Nullable String utr,
        @Nullable String reason,
        Instant occurredAt,
        String provider) {

    static ProviderEvent of(UpiCallback callback) {
        return new ProviderEvent(
                callback.eventId(),
                callback.paymentId(),
                callback.status(),
                callback.amountPaise(),
                callback.utr(),
                callback.reason(),
                callback.occurredAt(),
                callback.provider());
    }

    Finding finding() {
        Evidence evidence =
                switch (status) {
                    case SUCCEEDED -> Evidence.CALLBACK_SUCCEEDED;
                    case FAILED -> Evidence.CALLBACK_FAILED;
                    case REVERSED -> Evidence.CALLBACK_REVERSED;
                };
        return new Finding(
                paymentId, evidence, eventId, null, provider, new Finding.Figures(amountPaise, utr), null, reason);
    }
}
