package com.byajbook.paymentflow.settlement.usecase;

import java.time.Duration;

/**
 * How patiently days are worked off.
 *
 * @param lease how long a run is left to whoever took it; as long as it may last
 * @param retryAfter how long a file that cannot be used is left alone
 */
public record ReconciliationLimits(Duration lease, Duration retryAfter) {

    public ReconciliationLimits {
        if (lease.isNegative() || lease.isZero() || retryAfter.isNegative()) {
            throw new IllegalArgumentException("a lease of " + lease + ", a pause of " + retryAfter);
        }
    }
}
