package com.byajbook.loanengine.autopay.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * One try to collect an instalment; there is one of each number, for ever.
 *
 * @param paymentId follows from the instalment and the attempt's number
 * @param attempt from 1
 * @param version of the payment, as far as it was heard of; 0 before anything was heard
 */
public record Attempt(
        UUID paymentId,
        InstalmentKey key,
        int attempt,
        long amountPaise,
        boolean byMandate,
        Instant askedAt,
        Outcome outcome,
        int version) {

    public Attempt {
        if (attempt < 1 || amountPaise <= 0) {
            throw new IllegalArgumentException("attempt " + attempt + " of " + amountPaise + " paise");
        }
    }

    /** One that is asked for now. */
    public static Attempt of(UUID paymentId, InstalmentCollection asked, long paise, boolean byMandate, Instant now) {
        return new Attempt(paymentId, asked.key(), asked.attempts(), paise, byMandate, now, Outcome.PENDING, 0);
    }

    /** With what was heard of it, unless that is older than what is known, or an outcome stands. */
    public Attempt learn(Outcome heard, int asOfVersion) {
        boolean overtaken = asOfVersion <= version || outcome.isFinal() && heard != Outcome.REVERSED;
        return overtaken
                ? this
                : new Attempt(paymentId, key, attempt, amountPaise, byMandate, askedAt, heard, asOfVersion);
    }

    /** Whether it is the first presentation of a mandate, which costs a fee when it bounces. */
    public boolean isFirstPresentation() {
        return attempt == 1 && byMandate;
    }

    /** How an attempt ended, as far as it has. */
    public enum Outcome {
        PENDING,
        /** Nobody can tell; it is resolved by asking the provider and never by trying again. */
        UNKNOWN,
        SUCCEEDED,
        FAILED,
        REVERSED;

        /** Whether only a reversal can change it. */
        public boolean isFinal() {
            return this != PENDING && this != UNKNOWN;
        }
    }
}
