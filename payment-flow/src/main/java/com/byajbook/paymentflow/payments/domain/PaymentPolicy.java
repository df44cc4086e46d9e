package com.byajbook.paymentflow.payments.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How patiently we ask.
 *
 * @param maxChecks answered inquiries after a submission before we give up asking; at least 1
 * @param checkSpacing from a submission to the first inquiry, and between inquiries
 * @param maxSubmissions submissions of one payment under the same key; at least 1
 * @param firstRetry how long we leave a silent provider alone; doubled with every further silence
 * @param maxRetry the longest that doubling may make it
 * @param lease how long a step that somebody took is left to him; longer than any call may last
 * @param providers who is asked to pay out, one after the other, the next only after a definite failure
 */
public record PaymentPolicy(
        int maxChecks,
        Duration checkSpacing,
        int maxSubmissions,
        Duration firstRetry,
        Duration maxRetry,
        Duration lease,
        List<String> providers) {

    private static final int MAX_DOUBLINGS = 20;

    public PaymentPolicy {
        if (maxChecks < 1 || maxSubmissions < 1) {
            throw new IllegalArgumentException("at least one check and one submission");
        }
        providers = List.copyOf(providers);
        positive(checkSpacing);
        positive(firstRetry);
        positive(lease);
        if (maxRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException("maxRetry " + maxRetry + " is shorter than firstRetry " + firstRetry);
        }
    }

    Instant nextCheck(Instant now) {
        return now.plus(checkSpacing);
    }

    /** Who may try after this one definitely failed; empty when nobody is left. */
    Optional<String> providerAfter(String failed) {
        int next = providers.indexOf(failed) + 1;
        return next > 0 && next < providers.size() ? Optional.of(providers.get(next)) : Optional.empty();
    }

    Instant leaseEnd(Instant now) {
        return now.plus(lease);
    }

    /** When to try again after this many silences in a row; counts from 1. */
    Instant retryAfter(int silences, Instant now) {
        Duration pause = firstRetry.multipliedBy(1L << Math.min(Math.max(silences - 1, 0), MAX_DOUBLINGS));
        return now.plus(pause.compareTo(maxRetry) > 0 ? maxRetry : pause);
    }

    /** Whether we may not act on this answer any more: not ask again, or not submit again. */
    boolean endsWith(Evidence evidence, PaymentState next, Efforts before) {
        if (!evidence.isCheck()) {
            return false;
        }
        return next == PaymentState.CREATED ? before.submissions() >= maxSubmissions : before.checks() + 1 >= maxChecks;
    }

    private static void positive(Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("a pause of " + duration);
        }
    }
}
