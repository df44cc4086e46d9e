package com.byajbook.loanengine.servicing;

import com.byajbook.loanengine.lifecycle.usecase.LoanMove;
import com.byajbook.loanengine.lifecycle.usecase.LoanNow;
import com.byajbook.loanengine.lifecycle.usecase.MoveLoans;
import com.byajbook.loanengine.lifecycle.usecase.MoveOutcome;
import com.byajbook.loanengine.servicing.usecase.AnnounceStanding;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Notes with the loans how they stand, and announces it with the whole loan. */
final class LoanStandings implements AnnounceStanding {

    /** A closed loan is active again when the repayment that closed it is taken back. */
    private static final Map<LoanChanged.Status, Set<LoanChanged.Status>> MOVES = Map.of(
            LoanChanged.Status.ACTIVE,
            Set.of(LoanChanged.Status.ACTIVE, LoanChanged.Status.CLOSED, LoanChanged.Status.WRITTEN_OFF),
            LoanChanged.Status.CLOSED,
            Set.of(LoanChanged.Status.ACTIVE));

    private final MoveLoans loans;

    LoanStandings(MoveLoans loans) {
        this.loans = loans;
    }

    @Override
    public Mono<List<Message>> announce(List<Changed> changed) {
        return loans.lock(changed.stream().map(Changed::loanId).toList())
                .map(held ->
                        changed.stream().flatMap(change -> move(change, held)).toList())
                .flatMap(loans::move)
                .map(LoanStandings::events);
    }

    private static Stream<LoanMove> move(Changed change, Map<UUID, LoanNow> held) {
        LoanNow loan = held.get(change.loanId());
        LoanChanged.Status target = LoanChanged.Status.valueOf(change.status().name());
        return loan == null || !MOVES.getOrDefault(loan.status(), Set.of()).contains(target)
                ? Stream.empty()
                : Stream.of(move(change, loan, target));
    }

    private static LoanMove move(Changed change, LoanNow loan, LoanChanged.Status target) {
        return new LoanMove(
                loan.loanId(),
                loan.version(),
                Set.of(loan.status()),
                target,
                null,
                loan.amountPaise(),
                change.standing());
    }

    private static List<Message> events(List<MoveOutcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome ->
                        outcome.fold(moved -> Stream.<Message>of(moved.event()), elsewhere -> Stream.<Message>empty()))
                .toList();
    }
}
