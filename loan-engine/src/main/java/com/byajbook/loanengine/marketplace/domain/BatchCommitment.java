package com.byajbook.loanengine.marketplace.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Decides a batch of wishes in its order, each on what those before it left. */
public final class BatchCommitment {

    private final CommitmentPolicy policy;
    private final Map<UUID, Listing> listings;
    private final LenderBook book;
    private final Instant at;

    private BatchCommitment(CommitmentPolicy policy, Map<UUID, Listing> listings, LenderBook book, Instant at) {
        this.policy = policy;
        this.listings = new HashMap<>(listings);
        this.book = book;
        this.at = at;
    }

    /**
     * The commitments, in the order of the wishes.
     *
     * @param listings those that exist, read under locks that are still held, as is the book, which takes the changes
     */
    public static Decided decide(
            CommitmentPolicy policy, List<Wish> wishes, Map<UUID, Listing> listings, LenderBook book, Instant at) {
        BatchCommitment running = new BatchCommitment(policy, listings, book, at);
        List<Commitment> commitments = wishes.stream().map(running::decide).toList();
        return new Decided(commitments, running.changed(listings));
    }

    private Commitment decide(Wish wish) {
        Optional<Listing> listing = Optional.ofNullable(listings.get(wish.loanId()));
        Optional<Pair> pair = listing.map(loan -> new Pair(wish.lenderId(), loan.borrowerId()));
        CommitmentPolicy.Case asked = new CommitmentPolicy.Case(
                wish,
                listing,
                book.ofLender(wish.lenderId()),
                pair.map(book::ofPair).orElse(0L),
                at);
        return policy.refusal(asked)
                .map(reason ->
                        Commitment.refused(wish, pair.map(Pair::borrowerId).orElse(null), reason, at))
                .orElseGet(() -> reserve(wish, listing.orElseThrow(), pair.orElseThrow()));
    }

    private Commitment reserve(Wish wish, Listing listing, Pair pair) {
        listings.put(wish.loanId(), listing.reserve(wish.amountPaise()));
        book.add(pair, wish.amountPaise());
        return Commitment.reserved(wish, pair.borrowerId(), at);
    }

    private List<Listing> changed(Map<UUID, Listing> before) {
        return listings.values().stream()
                .filter(listing -> !listing.equals(before.get(listing.loanId())))
                .toList();
    }

    /** What was decided, and the listings that it changed. */
    public record Decided(List<Commitment> commitments, List<Listing> listings) {}
}
