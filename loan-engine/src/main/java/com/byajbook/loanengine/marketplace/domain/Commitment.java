package com.byajbook.loanengine.marketplace.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one lender promised to one loan.
 *
 * @param borrowerId null for a promise to what was never listed
 * @param reason why it was refused or released; null in any other state
 * @param createdAt when the lender's wish was accepted
 */
public record Commitment(
        UUID id,
        UUID loanId,
        UUID lenderId,
        @Nullable UUID borrowerId,
        long amountPaise,
        CommitmentState state,
        int version,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt) {

    static Commitment reserved(Wish wish, UUID borrowerId, Instant at) {
        return first(wish, borrowerId, CommitmentState.RESERVED, null, at);
    }

    static Commitment refused(Wish wish, @Nullable UUID borrowerId, CommitmentReason reason, Instant at) {
        return first(wish, borrowerId, CommitmentState.REFUSED, reason.name(), at);
    }

    private static Commitment first(
            Wish wish, @Nullable UUID borrowerId, CommitmentState state, @Nullable String reason, Instant at) {
        return new Commitment(
                wish.commitmentId(),
                wish.loanId(),
                wish.lenderId(),
                borrowerId,
                wish.amountPaise(),
                state,
                1,
                reason,
                wish.askedAt(),
                at);
    }

    /** The commitment after a step of the saga that changes commitments. */
    public Commitment after(FundingSaga step, @Nullable String why, Instant at) {
        if (!step.commitmentFrom().contains(state)) {
            throw new IllegalStateException(step + " finds no commitment in " + state);
        }
        return new Commitment(
                id,
                loanId,
                lenderId,
                borrowerId,
                amountPaise,
                step.commitmentTo().orElseThrow(),
                version + 1,
                why,
                createdAt,
                at);
    }

    /** Whom its money was meant for. */
    public Pair pair() {
        return new Pair(lenderId, Objects.requireNonNull(borrowerId, "what was reserved has a borrower"));
    }
}
