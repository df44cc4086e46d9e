package com.byajbook.paymentflow.mandates.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How patiently we ask.
 *
 * @param approveWithin a payer who has not answered by then is not waited for any more
 * @param askEvery how long a request that is open is left alone
 * @param longestRetry the longest pause that doubling makes of {@code askEvery} when the provider is silent
 * @param lease how long a step that somebody took is left to him; longer than any call may last
 */
public record MandatePolicy(Duration approveWithin, Duration askEvery, Duration longestRetry, Duration lease) {

    private static final int MAX_DOUBLINGS = 10;

    public MandatePolicy {
        if (askEvery.isZero() || askEvery.isNegative() || lease.isZero() || lease.isNegative()) {
            throw new IllegalArgumentException("pauses of " + askEvery + " and " + lease);
        }
        if (longestRetry.compareTo(askEvery) < 0) {
            throw new IllegalArgumentException("longestRetry " + longestRetry + " is shorter than " + askEvery);
        }
    }

    Instant askAgain(Instant now) {
        return now.plus(askEvery);
    }

    /** When to call again after this many silences in a row; counts from 1. */
    Instant retry(int silences, Instant now) {
        Duration pause = askEvery.multipliedBy(1L << Math.min(silences - 1, MAX_DOUBLINGS));
        return now.plus(pause.compareTo(longestRetry) > 0 ? longestRetry : pause);
    }

    Instant leaseEnd(Instant now) {
        return now.plus(lease);
    }

    boolean isLate(Instant requestedAt, Instant now) {
        return !now.isBefore(requestedAt.plus(approveWithin));
    }
}
