package com.byajbook.loanengine.marketplace.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Settles a batch of answers about holds in its order, until loans are full. */
public final class BatchSettlement {

    private final Map<UUID, Listing> listings;
    private final LenderBook book;
    private final Instant at;
    private final Map<UUID, Commitment> known;
    private final Map<UUID, Commitment> changed = new LinkedHashMap<>();

    private BatchSettlement(Map<UUID, Commitment> known, Map<UUID, Listing> listings, LenderBook book, Instant at) {
        this.known = new HashMap<>(known);
        this.listings = new LinkedHashMap<>(listings);
        this.book = book;
        this.at = at;
    }

    /**
     * What follows from the answers. One that nobody waits for, or that was heard before, changes nothing.
     *
     * @param known the commitments that the answers are about, guarded by the locks on their listings
     */
    public static Settled settle(
            List<HoldAnswer> answers,
            Map<UUID, Commitment> known,
            Map<UUID, Listing> listings,
            LenderBook book,
            Instant at) {
        BatchSettlement running = new BatchSettlement(known, listings, book, at);
        answers.forEach(running::settle);
        return running.settled(listings);
    }

    /** What an answer does to a commitment that waits for it. */
    public static FundingSaga stepFor(HoldAnswer answer, boolean listingIsOpen) {
        if (!answer.isHeld()) {
            return FundingSaga.REFUSE_HOLD;
        }
        return listingIsOpen ? FundingSaga.HOLD : FundingSaga.RELEASE_LATE_HOLD;
    }

    private void settle(HoldAnswer answer) {
        Commitment waiting = known.get(answer.commitmentId());
        if (waiting == null || waiting.state() != CommitmentState.RESERVED) {
            return;
        }
        Listing listing = Objects.requireNonNull(listings.get(waiting.loanId()), "what was reserved has a listing");
        FundingSaga step = stepFor(answer, listing.isOpen());
        String why = answer.isHeld() ? step.reason().orElse(null) : answer.refusal();
        Commitment now = waiting.after(step, why, at);
        known.put(now.id(), now);
        changed.put(now.id(), now);
        listings.put(listing.loanId(), changeListing(listing, step, now));
    }

    private Listing changeListing(Listing listing, FundingSaga step, Commitment commitment) {
        if (step == FundingSaga.HOLD) {
            Listing held = listing.hold(commitment.amountPaise());
            return held.isFull() ? held.funded() : held;
        }
        book.add(commitment.pair(), -commitment.amountPaise());
        return listing.giveUpReservation(commitment.amountPaise());
    }

    private Settled settled(Map<UUID, Listing> before) {
        List<Listing> moved = listings.values().stream()
                .filter(listing -> !listing.equals(before.get(listing.loanId())))
                .toList();
        return new Settled(List.copyOf(changed.values()), moved);
    }

    /** What changed; a listing that became full is funded. */
    public record Settled(List<Commitment> commitments, List<Listing> listings) {

        /** The loans that these answers made full. */
        public Set<UUID> funded() {
            return listings.stream()
                    .filter(listing -> listing.state() == ListingState.FUNDED)
                    .map(Listing::loanId)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
