package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.lifecycle.usecase.LoanMove;
import com.byajbook.loanengine.lifecycle.usecase.LoanNow;
import com.byajbook.loanengine.lifecycle.usecase.MoveLoans;
import com.byajbook.loanengine.lifecycle.usecase.MoveOutcome.Moved;
import com.byajbook.loanengine.marketplace.domain.AcceptanceOutcome;
import com.byajbook.loanengine.marketplace.domain.AcceptancePolicy;
import com.byajbook.loanengine.marketplace.domain.FundingSaga;
import com.byajbook.loanengine.marketplace.domain.Listing;
import com.byajbook.loanengine.marketplace.domain.LoanStage;
import com.byajbook.loanengine.marketplace.usecase.KeepAnswers.Acceptance;
import com.byajbook.platform.message.AcceptOffer;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes a borrower's yes to an offer: the loan is put before lenders, or it is kept why not. */
public final class AcceptOffers {

    private final MoveLoans loans;
    private final HoldListings listings;
    private final KeepAnswers answers;
    private final Transactions transactions;
    private final AcceptancePolicy policy;
    private final Duration openFor;
    private final Clock clock;

    public AcceptOffers(
            MoveLoans loans,
            HoldListings listings,
            KeepAnswers answers,
            Transactions transactions,
            AcceptancePolicy policy,
            Duration openFor,
            Clock clock) {
        this.loans = loans;
        this.listings = listings;
        this.answers = answers;
        this.transactions = transactions;
        this.policy = policy;
        this.openFor = openFor;
        this.clock = clock;
    }

    /** Completes when the answers to all of these are committed, by this call or by an earlier one. */
    public Mono<Void> accept(List<AcceptOffer> commands) {
        return transactions.once(commands, this::decide);
    }

    private Mono<List<Message>> decide(List<AcceptOffer> fresh) {
        Set<UUID> ids = fresh.stream().map(AcceptOffer::loanId).collect(Collectors.toSet());
        return loans.lock(ids).flatMap(found -> conclude(judge(fresh, found), found));
    }

    /** A second yes to the same offer finds it taken, also within a batch. */
    private List<Acceptance> judge(List<AcceptOffer> fresh, Map<UUID, LoanNow> found) {
        Set<UUID> taken = new HashSet<>();
        return fresh.stream()
                .map(command -> new Acceptance(command, judge(command, found.get(command.loanId()), taken)))
                .toList();
    }

    private AcceptanceOutcome judge(AcceptOffer command, @Nullable LoanNow loan, Set<UUID> taken) {
        if (loan == null) {
            return AcceptanceOutcome.UNKNOWN_LOAN;
        }
        LoanStage stage = taken.contains(loan.loanId()) ? LoanStage.LISTED : SagaMoves.stage(loan);
        AcceptancePolicy.Offer offer =
                new AcceptancePolicy.Offer(loan.borrowerId(), stage, loan.kfsHash(), loan.decidedAt());
        AcceptanceOutcome outcome = policy.judge(offer, command.borrowerId(), command.kfsHash(), command.occurredAt());
        if (outcome == AcceptanceOutcome.ACCEPTED) {
            taken.add(loan.loanId());
        }
        return outcome;
    }

    private Mono<List<Message>> conclude(List<Acceptance> judged, Map<UUID, LoanNow> found) {
        List<LoanNow> accepted = judged.stream()
                .filter(acceptance -> acceptance.outcome() == AcceptanceOutcome.ACCEPTED)
                .flatMap(acceptance ->
                        Stream.ofNullable(found.get(acceptance.command().loanId())))
                .toList();
        return answers.insertAcceptances(judged).then(Mono.defer(() -> list(accepted)));
    }

    private Mono<List<Message>> list(List<LoanNow> accepted) {
        Instant now = clock.instant();
        List<LoanMove> moves = accepted.stream()
                .map(loan -> SagaMoves.along(FundingSaga.LIST, loan, 0))
                .toList();
        return listings.open(accepted.stream().map(loan -> listing(loan, now)).toList())
                .then(Mono.defer(() -> loans.move(moves)))
                .map(SagaMoves::made)
                .map(moved -> moved.stream().<Message>map(Moved::event).toList());
    }

    private Listing listing(LoanNow loan, Instant now) {
        return Listing.fresh(loan.loanId(), loan.borrowerId(), loan.amountPaise(), now, now.plus(openFor));
    }
}
