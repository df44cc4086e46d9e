package com.byajbook.loanengine.lifecycle.usecase;

import com.byajbook.platform.message.LoanChanged;
import java.util.UUID;
import java.util.function.Function;

/** What became of a move. */
public sealed interface MoveOutcome {

    /** The answer for the case at hand. */
    <T> T fold(Function<Moved, T> moved, Function<Elsewhere, T> elsewhere);

    /**
     * The loan is where it was to go.
     *
     * @param loan as it is now
     * @param event for the outbox of the same transaction
     */
    record Moved(LoanNow loan, LoanChanged event) implements MoveOutcome {
        @Override
        public <T> T fold(Function<Moved, T> moved, Function<Elsewhere, T> elsewhere) {
            return moved.apply(this);
        }
    }

    /** The loan is not there, or in another state or version than was thought; nothing changed. */
    record Elsewhere(UUID loanId) implements MoveOutcome {
        @Override
        public <T> T fold(Function<Moved, T> moved, Function<Elsewhere, T> elsewhere) {
            return elsewhere.apply(this);
        }
    }
}
