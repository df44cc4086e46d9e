package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.payments.usecase.LearnSettled.Settled;
import com.byajbook.paymentflow.settlement.domain.Difference.Theirs;
import com.byajbook.paymentflow.settlement.domain.Movement;
import com.byajbook.paymentflow.settlement.domain.Ours;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a payment is told about a difference. */
final class Lessons {

    private Lessons() {}

    /** What the file says, word for word. */
    static Settled ofFile(KeptDifference kept) {
        Theirs theirs = Objects.requireNonNull(kept.difference().theirs());
        return of(kept, kept.difference().movement(), theirs.amountPaise(), theirs.utr(), null);
    }

    /** That it moved or came back, with our own amount and without a reference: somebody looked into those. */
    static Settled ofOperator(KeptDifference kept, Movement movement) {
        return of(kept, movement, ours(kept).amountPaise(), null, "settled-by-operator");
    }

    private static Settled of(
            KeptDifference kept, Movement movement, long amountPaise, @Nullable String utr, @Nullable String reason) {
        return new Settled(
                ours(kept).paymentId(),
                kept.provider(),
                kept.source(),
                movement == Movement.RETURNED,
                amountPaise,
                utr,
                reason);
    }

    /** The payment of a difference that cannot be without one. */
    static Ours ours(KeptDifference kept) {
        return Objects.requireNonNull(kept.difference().ours(), "a difference of no payment");
    }
}
