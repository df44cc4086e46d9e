package com.byajbook.paymentflow.payments.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * What we owe a payment and from when on.
 *
 * <p>The due time is the lease as well: whoever takes the step moves it into the future, and if he dies it falls due again.
 */
public record NextStep(Kind kind, Instant dueAt) {

    public NextStep {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(dueAt);
    }

    /** What is to be done. */
    public enum Kind {
        SUBMIT,
        INQUIRE
    }
}
