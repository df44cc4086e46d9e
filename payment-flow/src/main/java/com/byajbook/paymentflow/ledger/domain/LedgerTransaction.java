package com.byajbook.paymentflow.ledger.domain;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What is booked as one fact, or not at all. Its postings balance in each {@link Book} by itself.
 *
 * @param id given by whoever asks for it; the same id with the same content is the same transaction
 * @param subjectId the loan or payment that it is about
 * @param postings 2 to {@value #MOST_POSTINGS}, at most one of each account
 * @param settles the holds that its debits are paid from
 */
public record LedgerTransaction(
        UUID id, Purpose purpose, UUID subjectId, List<Posting> postings, List<Settlement> settles) {

    /** A loan of ₹10 lakh in parts of ₹1,000 has 1,000 lenders. */
    public static final int MOST_POSTINGS = 2_000;

    public LedgerTransaction {
        Objects.requireNonNull(id);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(subjectId);
        postings = List.copyOf(postings);
        settles = List.copyOf(settles);
        requireBalance(postings);
        requireOneHoldOnce(settles);
    }

    /** One that no hold was opened for. */
    public static LedgerTransaction of(UUID id, Purpose purpose, UUID subjectId, List<Posting> postings) {
        return new LedgerTransaction(id, purpose, subjectId, postings, List.of());
    }

    /** What tells whether an id came back with the same content. */
    public UUID fingerprint() {
        Fingerprint content = new Fingerprint(postings.size() + settles.size());
        content.add(purpose.name(), subjectId, 0);
        postings.forEach(posting ->
                content.add(posting.account().kind().name(), posting.account().ownerId(), posting.amountPaise()));
        settles.forEach(settlement -> content.add("", settlement.holdId(), settlement.amountPaise()));
        return content.take();
    }

    private static void requireBalance(List<Posting> postings) {
        if (postings.size() < 2 || postings.size() > MOST_POSTINGS) {
            throw new IllegalArgumentException(
                    "a transaction has 2 to " + MOST_POSTINGS + " postings, not " + postings.size());
        }
        Set<AccountName> accounts = new HashSet<>();
        Map<Book, Long> sums = new EnumMap<>(Book.class);
        for (Posting posting : postings) {
            if (!accounts.add(posting.account())) {
                throw new IllegalArgumentException("two postings on " + posting.account());
            }
            sums.merge(posting.account().kind().book(), posting.amountPaise(), Math::addExact);
        }
        sums.forEach((book, sum) -> {
            if (sum != 0) {
                throw new IllegalArgumentException(
                        "the postings in " + book + " are out of balance by " + sum + " paise");
            }
        });
    }

    private static void requireOneHoldOnce(List<Settlement> settles) {
        if (settles.stream().map(Settlement::holdId).distinct().count() < settles.size()) {
            throw new IllegalArgumentException("a transaction settles a hold once");
        }
    }

    /**
     * A hold is resolved: so much of it is posted, the rest is free again.
     *
     * @param amountPaise more than 0, and no more than the hold
     */
    public record Settlement(UUID holdId, long amountPaise) {

        public Settlement {
            Objects.requireNonNull(holdId);
            if (amountPaise <= 0) {
                throw new IllegalArgumentException("a hold is settled by more than 0, not by " + amountPaise);
            }
        }
    }
}
