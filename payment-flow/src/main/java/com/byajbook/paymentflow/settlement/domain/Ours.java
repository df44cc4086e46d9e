package com.byajbook.paymentflow.settlement.domain;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as our books have it at the provider whose file it is.
 *
 * @param utr the bank's reference as we know it; null when nobody told us one
 */
public record Ours(
        UUID paymentId,
        Direction direction,
        Pot pot,
        Standing standing,
        long amountPaise,
        @Nullable String utr) {

    public Ours {
        Objects.requireNonNull(paymentId);
        Objects.requireNonNull(direction);
        Objects.requireNonNull(pot);
        Objects.requireNonNull(standing);
    }

    /** How it stands. */
    public enum Standing {
        /** We do not know its outcome. */
        OPEN,
        /** It failed here, whether or not another provider tried after that. */
        FAILED,
        PAID,
        RETURNED
    }

    /** Whether our books have this movement. */
    boolean has(Movement movement) {
        return standing == Standing.RETURNED || standing == Standing.PAID && movement == Movement.PAID;
    }

    /** Whether the bank calls it as we do; a reference that we never heard contradicts nothing. */
    boolean isCalled(String otherUtr) {
        return utr == null || utr.equals(otherUtr);
    }
}
