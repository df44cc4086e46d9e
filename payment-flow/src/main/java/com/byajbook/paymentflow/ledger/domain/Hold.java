package com.byajbook.paymentflow.ledger.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money on an account that is promised to something and can be used for nothing else. A hold is resolved once: a
 * transaction posts all or a part of it and frees the rest, or it is released, or its time is over.
 *
 * @param account an account that somebody owns
 * @param subjectId the loan or payment that it is for
 * @param expiresAt from then on it cannot be posted any more
 * @param postedPaise what was posted of it; 0 until then
 * @param postedBy the transaction that did
 */
public record Hold(
        UUID id,
        AccountName account,
        UUID subjectId,
        long amountPaise,
        Instant expiresAt,
        State state,
        long postedPaise,
        @Nullable UUID postedBy) {

    public Hold {
        Objects.requireNonNull(id);
        Objects.requireNonNull(account);
        Objects.requireNonNull(subjectId);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(state);
        if (!account.kind().isOwned()) {
            throw new IllegalArgumentException("nothing is held on " + account + ", which nobody owns");
        }
        if (amountPaise <= 0) {
            throw new IllegalArgumentException("a hold is of more than 0, not of " + amountPaise + " paise");
        }
        boolean posted = state == State.POSTED;
        if (postedPaise < 0 || postedPaise > amountPaise || posted != postedPaise > 0 || posted != (postedBy != null)) {
            throw new IllegalArgumentException(
                    postedPaise + " of " + amountPaise + " paise were posted of a hold that is " + state);
        }
    }

    /** One that is to be opened. */
    public static Hold open(UUID id, AccountName account, UUID subjectId, long amountPaise, Instant expiresAt) {
        return new Hold(id, account, subjectId, amountPaise, expiresAt, State.OPEN, 0, null);
    }

    /** Whether both were asked for in the same words, whatever became of one since. */
    boolean isTheSameWishAs(Hold other) {
        return account.equals(other.account)
                && subjectId.equals(other.subjectId)
                && amountPaise == other.amountPaise
                && expiresAt.equals(other.expiresAt);
    }

    /** Whether it still holds something. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isOverAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Hold posted(long paise, UUID transactionId) {
        return new Hold(id, account, subjectId, amountPaise, expiresAt, State.POSTED, paise, transactionId);
    }

    Hold ended(State how) {
        return new Hold(id, account, subjectId, amountPaise, expiresAt, how, 0, null);
    }

    /** What became of it. */
    public enum State {
        OPEN,
        /** A transaction used it, in whole or in part. */
        POSTED,
        /** It was given back. */
        RELEASED,
        /** Its time was over. */
        EXPIRED
    }
}
