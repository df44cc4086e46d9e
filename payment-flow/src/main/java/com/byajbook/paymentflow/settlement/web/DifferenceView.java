package com.byajbook.paymentflow.settlement.web;

import com.byajbook.paymentflow.settlement.domain.Action;
import com.byajbook.paymentflow.settlement.domain.Difference;
import com.byajbook.paymentflow.settlement.domain.Difference.Theirs;
import com.byajbook.paymentflow.settlement.domain.Direction;
import com.byajbook.paymentflow.settlement.domain.Kind;
import com.byajbook.paymentflow.settlement.domain.Movement;
import com.byajbook.paymentflow.settlement.domain.Ours;
import com.byajbook.paymentflow.settlement.usecase.KeptDifference;
import com.byajbook.paymentflow.settlement.usecase.KeptDifference.Settled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A difference in JSON.
 *
 * @param line of the file; 0 when it has none
 * @param gapPaise how much more the bank had by it than our books
 * @param allowed what may be done about it; nothing once it is settled
 */
record DifferenceView(
        UUID id,
        String provider,
        LocalDate day,
        Kind kind,
        State state,
        int line,
        String reference,
        Direction direction,
        Movement movement,
        @Nullable Ours ours,
        @Nullable Theirs theirs,
        long gapPaise,
        Set<Action> allowed,
        Instant noticedAt,
        @Nullable Settled settled) {

    enum State {
        OPEN,
        SETTLED
    }

    static DifferenceView of(KeptDifference kept) {
        Difference difference = kept.difference();
        boolean open = kept.settled() == null;
        return new DifferenceView(
                kept.id(),
                kept.provider(),
                kept.day(),
                difference.kind(),
                open ? State.OPEN : State.SETTLED,
                difference.line(),
                difference.reference(),
                difference.direction(),
                difference.movement(),
                difference.ours(),
                difference.theirs(),
                difference.gapPaise(),
                open ? difference.allowed() : Set.of(),
                kept.noticedAt(),
                kept.settled());
    }
}
