package com.byajbook.paymentflow.payments.usecase;

import java.time.Duration;

/**
 * How much is done at a time.
 *
 * @param batch the most payments that are taken at once, and so the most calls in flight of one round
 * @param linger how long an answer waits for others to be stored with it
 */
public record CallLimits(int batch, Duration linger) {

    public CallLimits {
        if (batch < 1 || linger.isNegative() || linger.isZero()) {
            throw new IllegalArgumentException("a batch of " + batch + " lingering " + linger);
        }
    }
}
