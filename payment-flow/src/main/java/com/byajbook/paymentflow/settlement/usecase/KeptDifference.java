package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.settlement.domain.Difference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A difference as it is kept.
 *
 * @param settled how it was settled; null while it is open
 */
public record KeptDifference(
        UUID id,
        String provider,
        LocalDate day,
        Difference difference,
        Instant noticedAt,
        @Nullable Settled settled) {

    /** Settled when the payment learnt of it. */
    public static final String BY_ITSELF = "BY_ITSELF";

    /** Who settles what needs nobody. */
    public static final String RECONCILIATION = "reconciliation";

    /**
     * How it was settled.
     *
     * @param how an action, or what it took none for: BY_ITSELF, because the payment learnt of it; CORRECTED, because a file
     *     agrees with us by now; NETTED, because it came and went by our books and is in no file
     */
    public record Settled(String how, String by, String reason, Instant at) {}

    /** Names this difference and no other to whoever keeps evidence. */
    String source() {
        return "settlement:" + id;
    }
}
