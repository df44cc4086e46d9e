package com.byajbook.loanengine.marketplace.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of the hold behind a commitment.
 *
 * @param refusal why nothing is held; null when the money is held
 */
public record HoldAnswer(UUID commitmentId, @Nullable String refusal) {

    /** Whether the money is held. */
    public boolean isHeld() {
        return refusal == null;
    }
}
