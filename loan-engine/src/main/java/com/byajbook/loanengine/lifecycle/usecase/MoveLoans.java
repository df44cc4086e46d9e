package com.byajbook.loanengine.lifecycle.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Moves loans from state to state. Only inside a transaction: who moves a loan locked it before. */
public final class MoveLoans {

    private final HoldLoans loans;
    private final Clock clock;

    public MoveLoans(HoldLoans loans, Clock clock) {
        this.loans = loans;
        this.clock = clock;
    }

    /** Those of these loans that were offered, as they are now, locked in the order of their ids. */
    public Mono<Map<UUID, LoanNow>> lock(Collection<UUID> ids) {
        return Mono.defer(() -> ids.isEmpty() ? Mono.just(Map.of()) : loans.lock(ids));
    }

    /** What became of each move, in their order; no loan may be moved twice at once. */
    public Mono<List<MoveOutcome>> move(List<LoanMove> moves) {
        return Mono.defer(() -> moves.isEmpty() ? Mono.just(List.of()) : moveEach(moves));
    }

    private Mono<List<MoveOutcome>> moveEach(List<LoanMove> moves) {
        long different = moves.stream().map(LoanMove::loanId).distinct().count();
        if (different < moves.size()) {
            return Mono.error(() -> new IllegalArgumentException("a loan cannot be moved twice at once"));
        }
        return loans.move(moves).map(moved -> outcomes(moves, moved));
    }

    private List<MoveOutcome> outcomes(List<LoanMove> moves, List<LoanNow> moved) {
        Map<UUID, LoanNow> byId = moved.stream().collect(Collectors.toMap(LoanNow::loanId, Function.identity()));
        Instant at = clock.instant();
        return moves.stream()
                .map(move -> outcome(move, byId.get(move.loanId()), at))
                .toList();
    }

    private static MoveOutcome outcome(LoanMove move, @Nullable LoanNow loan, Instant at) {
        return loan == null
                ? new MoveOutcome.Elsewhere(move.loanId())
                : new MoveOutcome.Moved(loan, LoanEvents.changed(loan, move, at));
    }
}
