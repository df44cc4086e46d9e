package com.byajbook.paymentflow.mandates.domain;

import org.jspecify.annotations.Nullable;

/**
 * How a call about a mandate ended.
 *
 * @param reason why the payer or the provider said no
 */
public record MandateAnswer(Word word, @Nullable String reason) {

    /** What it means. */
    public enum Word {
        /** The payer has not answered. */
        OPEN,
        ACTIVE,
        REJECTED,
        /** There is no such mandate any more. */
        GONE,
        /** Nobody can tell; it is asked again. */
        SILENCE
    }

    /** An answer that needs no reason. */
    public static MandateAnswer of(Word word) {
        return new MandateAnswer(word, null);
    }
}
