package com.byajbook.paymentflow.ledger.domain;

import java.util.function.Function;

/** What became of a command. Only {@link Done} changed anything, and only the first time. */
public sealed interface LedgerOutcome {

    /** The answer for the case at hand. */
    <T> T fold(Function<Done, T> done, Function<Refused, T> refused);

    /** Whether the books have it, from now on or since an earlier time. */
    default boolean isDone() {
        return fold(done -> true, refused -> false);
    }

    /**
     * The books have it.
     *
     * @param again whether they had it before, by the same id with the same content
     */
    record Done(boolean again) implements LedgerOutcome {
        @Override
        public <T> T fold(Function<Done, T> done, Function<Refused, T> refused) {
            return done.apply(this);
        }
    }

    /**
     * Nothing changed.
     *
     * @param availablePaise what the account that fell short has; 0 for any other reason
     */
    record Refused(Reason reason, long availablePaise) implements LedgerOutcome {
        @Override
        public <T> T fold(Function<Done, T> done, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }

    /** Why not. */
    enum Reason {
        /** An account would have less than nothing, or less than is held on it. */
        INSUFFICIENT_FUNDS,
        /** The id was used before, with another content. */
        ID_WITH_OTHER_CONTENT,
        /** There is no such hold. */
        HOLD_UNKNOWN,
        /** The hold was resolved otherwise before. */
        HOLD_RESOLVED,
        /** The hold's time is over. */
        HOLD_EXPIRED,
        /** The hold's time is not over yet. */
        HOLD_NOT_EXPIRED,
        /** The hold is of less than was to be posted of it. */
        HOLD_TOO_SMALL,
        /** The hold is on an account that the transaction does not debit by as much. */
        HOLD_OF_OTHER_ACCOUNT,
        /** There is no such transaction. */
        TRANSACTION_UNKNOWN,
        /** The transaction was reversed before. */
        REVERSED_BEFORE,
        /** A reversal stays; what it undid is booked anew. */
        REVERSAL_STAYS
    }
}
