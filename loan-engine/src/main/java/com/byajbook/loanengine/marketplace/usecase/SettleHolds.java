package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.lifecycle.usecase.LoanMove;
import com.byajbook.loanengine.lifecycle.usecase.LoanNow;
import com.byajbook.loanengine.lifecycle.usecase.MoveLoans;
import com.byajbook.loanengine.lifecycle.usecase.MoveOutcome;
import com.byajbook.loanengine.marketplace.domain.BatchSettlement;
import com.byajbook.loanengine.marketplace.domain.Commitment;
import com.byajbook.loanengine.marketplace.domain.CommitmentState;
import com.byajbook.loanengine.marketplace.domain.FundingSaga;
import com.byajbook.loanengine.marketplace.domain.HoldAnswer;
import com.byajbook.loanengine.marketplace.domain.LenderBook;
import com.byajbook.loanengine.marketplace.domain.Listing;
import com.byajbook.loanengine.marketplace.domain.Pair;
import com.byajbook.platform.message.FundsHeld;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Takes the answers about holds: commitments are held, refused or too late, and what became full is paid out. */
public final class SettleHolds {

    private final MoveLoans loans;
    private final HoldListings listings;
    private final HoldLenders lenders;
    private final KeepCommitments commitments;
    private final FundLoans funding;
    private final Transactions transactions;
    private final Clock clock;

    public SettleHolds(
            MoveLoans loans,
            HoldListings listings,
            HoldLenders lenders,
            KeepCommitments commitments,
            FundLoans funding,
            Transactions transactions,
            Clock clock) {
        this.loans = loans;
        this.listings = listings;
        this.lenders = lenders;
        this.commitments = commitments;
        this.funding = funding;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Completes when what follows from all of these is committed, by this call or by an earlier one. */
    public Mono<Void> settle(List<FundsHeld> answers) {
        return transactions.once(answers, this::decide);
    }

    /** The loans are locked too, and first: the last of these answers moves them. */
    private Mono<List<Message>> decide(List<FundsHeld> fresh) {
        Set<UUID> ids = fresh.stream().map(FundsHeld::loanId).collect(Collectors.toSet());
        return loans.lock(ids)
                .flatMap(found -> listings.lock(ids).map(listed -> new Locked(found, listed)))
                .flatMap(locked -> decide(fresh, locked));
    }

    private Mono<List<Message>> decide(List<FundsHeld> fresh, Locked locked) {
        List<HoldAnswer> answers = fresh.stream()
                .map(answer -> new HoldAnswer(answer.holdId(), answer.reason()))
                .toList();
        List<UUID> ids = fresh.stream().map(FundsHeld::holdId).distinct().toList();
        return commitments
                .find(ids)
                .flatMap(known -> lenders.lock(pairsToFree(answers, known, locked))
                        .flatMap(book -> settle(answers, known, locked, book)));
    }

    private Mono<List<Message>> settle(
            List<HoldAnswer> answers, Map<UUID, Commitment> known, Locked locked, LenderBook book) {
        BatchSettlement.Settled settled =
                BatchSettlement.settle(answers, known, locked.listings(), book, clock.instant());
        return commitments
                .save(settled.commitments())
                .then(Mono.defer(() -> listings.save(settled.listings())))
                .then(Mono.defer(() -> lenders.save(book)))
                .then(Mono.defer(() -> grow(settled, locked)))
                .flatMap(grown -> funding.fund(locked.loans(settled.funded()))
                        .map(disbursals -> Stream.of(messages(settled), grown.stream(), disbursals.stream())
                                .flatMap(Function.identity())
                                .toList()));
    }

    /** Whoever watches a loan sees how much is promised already; one that is full is told of as funded. */
    private Mono<List<Message>> grow(BatchSettlement.Settled settled, Locked locked) {
        Set<UUID> held = settled.commitments().stream()
                .filter(commitment -> commitment.state() == CommitmentState.HELD)
                .map(Commitment::loanId)
                .filter(loan -> !settled.funded().contains(loan))
                .collect(Collectors.toSet());
        List<LoanMove> moves = settled.listings().stream()
                .filter(listing -> held.contains(listing.loanId()))
                .flatMap(listing -> locked.loans(Set.of(listing.loanId())).stream()
                        .map(loan -> SagaMoves.along(FundingSaga.HOLD, loan, listing.heldPaise())))
                .toList();
        return loans.move(moves)
                .map(outcomes -> SagaMoves.made(outcomes).stream()
                        .<Message>map(MoveOutcome.Moved::event)
                        .toList());
    }

    /** Only who gets room under the caps back must be locked for it. */
    private static Set<Pair> pairsToFree(List<HoldAnswer> answers, Map<UUID, Commitment> known, Locked locked) {
        return answers.stream()
                .flatMap(answer -> Stream.ofNullable(known.get(answer.commitmentId()))
                        .filter(commitment -> commitment.state() == CommitmentState.RESERVED)
                        .filter(commitment -> BatchSettlement.stepFor(answer, locked.isOpen(commitment.loanId()))
                                != FundingSaga.HOLD))
                .map(Commitment::pair)
                .collect(Collectors.toSet());
    }

    private static Stream<Message> messages(BatchSettlement.Settled settled) {
        return settled.commitments().stream()
                .flatMap(commitment -> commitment.state() == CommitmentState.RELEASED
                        ? Stream.of(FundingMessages.changed(commitment), FundingMessages.release(commitment))
                        : Stream.of(FundingMessages.changed(commitment)));
    }

    private record Locked(Map<UUID, LoanNow> loans, Map<UUID, Listing> listings) {

        boolean isOpen(UUID loanId) {
            Listing listing = listings.get(loanId);
            return listing != null && listing.isOpen();
        }

        List<LoanNow> loans(Set<UUID> ids) {
            return ids.stream()
                    .sorted()
                    .flatMap(id -> Stream.ofNullable(loans.get(id)))
                    .toList();
        }
    }
}
