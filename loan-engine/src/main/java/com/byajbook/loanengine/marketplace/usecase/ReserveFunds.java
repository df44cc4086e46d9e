package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.marketplace.domain.BatchCommitment;
import com.byajbook.loanengine.marketplace.domain.Commitment;
import com.byajbook.loanengine.marketplace.domain.CommitmentPolicy;
import com.byajbook.loanengine.marketplace.domain.FundingSaga;
import com.byajbook.loanengine.marketplace.domain.LenderBook;
import com.byajbook.loanengine.marketplace.domain.Listing;
import com.byajbook.loanengine.marketplace.domain.Pair;
import com.byajbook.loanengine.marketplace.domain.Wish;
import com.byajbook.platform.message.CommitFunds;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Decides lenders' wishes: room in the loan and under the caps is reserved and the money asked for, or it is refused. */
public final class ReserveFunds {

    private final HoldListings listings;
    private final HoldLenders lenders;
    private final KeepCommitments commitments;
    private final Transactions transactions;
    private final CommitmentPolicy policy;
    private final Duration holdMargin;
    private final Clock clock;

    /**
     * The use case between its neighbours.
     *
     * @param holdMargin how much longer than its listing a hold lasts, so that a loan that is funded in the last moment can
     *     still be paid out
     */
    public ReserveFunds(
            HoldListings listings,
            HoldLenders lenders,
            KeepCommitments commitments,
            Transactions transactions,
            CommitmentPolicy policy,
            Duration holdMargin,
            Clock clock) {
        this.listings = listings;
        this.lenders = lenders;
        this.commitments = commitments;
        this.transactions = transactions;
        this.policy = policy;
        this.holdMargin = holdMargin;
        this.clock = clock;
    }

    /** Completes when the decisions on all of these are committed, by this call or by an earlier one. */
    public Mono<Void> reserve(List<CommitFunds> commands) {
        return transactions.once(commands, this::decide);
    }

    private Mono<List<Message>> decide(List<CommitFunds> fresh) {
        Set<UUID> loans = fresh.stream().map(CommitFunds::loanId).collect(Collectors.toSet());
        return listings.lock(loans).flatMap(found -> decide(fresh, found));
    }

    private Mono<List<Message>> decide(List<CommitFunds> fresh, Map<UUID, Listing> found) {
        return lenders.lock(pairs(fresh, found))
                .flatMap(book -> withoutKnown(fresh)
                        .map(wishes -> BatchCommitment.decide(policy, wishes, found, book, clock.instant()))
                        .flatMap(decided -> save(decided, book).thenReturn(decided)))
                .map(decided -> messages(decided, found));
    }

    /** A commitment that exists was decided, whichever message asked for it. */
    private Mono<List<Wish>> withoutKnown(List<CommitFunds> fresh) {
        Map<UUID, Wish> wishes = new LinkedHashMap<>();
        fresh.forEach(command -> wishes.putIfAbsent(command.commitmentId(), wish(command)));
        return commitments
                .find(wishes.keySet())
                .map(known -> wishes.values().stream()
                        .filter(wish -> !known.containsKey(wish.commitmentId()))
                        .toList());
    }

    private Mono<Void> save(BatchCommitment.Decided decided, LenderBook book) {
        return commitments
                .insert(decided.commitments())
                .then(Mono.defer(() -> listings.save(decided.listings())))
                .then(Mono.defer(() -> lenders.save(book)));
    }

    private List<Message> messages(BatchCommitment.Decided decided, Map<UUID, Listing> found) {
        return decided.commitments().stream()
                .flatMap(commitment ->
                        Stream.concat(Stream.of(FundingMessages.changed(commitment)), hold(commitment, found)))
                .toList();
    }

    private Stream<Message> hold(Commitment commitment, Map<UUID, Listing> found) {
        return Stream.ofNullable(found.get(commitment.loanId()))
                .filter(listing -> FundingSaga.RESERVE.commitmentTo().equals(Optional.of(commitment.state())))
                .map(listing ->
                        FundingMessages.hold(commitment, listing.expiresAt().plus(holdMargin)));
    }

    private static Set<Pair> pairs(List<CommitFunds> fresh, Map<UUID, Listing> found) {
        return fresh.stream()
                .flatMap(command -> Stream.ofNullable(found.get(command.loanId()))
                        .map(listing -> new Pair(command.lenderId(), listing.borrowerId())))
                .collect(Collectors.toSet());
    }

    private static Wish wish(CommitFunds command) {
        return new Wish(
                command.commitmentId(),
                command.loanId(),
                command.lenderId(),
                command.kycVerified(),
                command.amountPaise(),
                command.occurredAt());
    }
}
