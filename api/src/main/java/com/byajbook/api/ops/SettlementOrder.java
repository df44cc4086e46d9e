package com.byajbook.api.ops;

import org.jspecify.annotations.Nullable;

/**
 * What an operator decided about a difference from a provider's settlement file; whose business it is checks it.
 *
 * @param by who, as we know it; whatever the operator says
 */
record SettlementOrder(
        @Nullable String action,
        @Nullable String by,
        @Nullable String reason) {

    SettlementOrder by(String who) {
        return new SettlementOrder(action, who, reason);
    }
}
