package com.byajbook.loanengine.lifecycle.usecase;

import com.byajbook.loanengine.lifecycle.domain.LoanState;
import com.byajbook.loanengine.lifecycle.domain.Transitions;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanChanged.Standing;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan that is to go from one state to another.
 *
 * @param version the loan's, as it was read
 * @param from the states in which it may be found
 * @param reason why it ends, for EXPIRED and CANCELLED and for nothing else
 * @param committedPaise what lenders have promised
 * @param standing what is owed, once it was paid out
 */
public record LoanMove(
        UUID loanId,
        int version,
        Set<LoanChanged.Status> from,
        LoanChanged.Status to,
        @Nullable String reason,
        long committedPaise,
        @Nullable Standing standing) {

    public LoanMove {
        from = Set.copyOf(from);
        LoanState target = state(to);
        for (LoanChanged.Status start : from) {
            if (!Transitions.allow(state(start), target)) {
                throw new IllegalArgumentException("a loan never goes from " + start + " to " + to);
            }
        }
        if (from.isEmpty() || Transitions.needReason(target) != (reason != null)) {
            throw new IllegalArgumentException("a move to " + to + " from " + from + " with reason " + reason);
        }
        if (Transitions.needStanding(target) != (standing != null)) {
            throw new IllegalArgumentException("a loan stands somehow once it was paid out, but not in " + to);
        }
    }

    private static LoanState state(LoanChanged.Status status) {
        return LoanState.valueOf(status.name());
    }
}
