package com.byajbook.paymentflow.ledger.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that is in the books.
 *
 * @param fingerprint of what was booked under this id
 * @param reversedBy the transaction that undid it; null while it stands
 * @param reverses the transaction that it undid; null for any but a reversal
 * @param postings empty unless they were asked for, to be reversed
 */
public record BookedTransaction(
        UUID id,
        Purpose purpose,
        UUID subjectId,
        UUID fingerprint,
        @Nullable UUID reversedBy,
        @Nullable UUID reverses,
        List<Posting> postings) {

    public BookedTransaction {
        postings = List.copyOf(postings);
    }

    /** One that is being booked. */
    static BookedTransaction now(LedgerTransaction transaction, @Nullable UUID reverses) {
        return new BookedTransaction(
                transaction.id(),
                transaction.purpose(),
                transaction.subjectId(),
                transaction.fingerprint(),
                null,
                reverses,
                transaction.postings());
    }

    /** The same with what it posted. */
    public BookedTransaction withPostings(List<Posting> lines) {
        return new BookedTransaction(id, purpose, subjectId, fingerprint, reversedBy, reverses, lines);
    }

    BookedTransaction reversedBy(UUID reversalId) {
        return new BookedTransaction(id, purpose, subjectId, fingerprint, reversalId, reverses, postings);
    }

    /** The transaction that undoes this one; the holds that it settled stay settled. */
    LedgerTransaction reversal(UUID reversalId) {
        return LedgerTransaction.of(
                reversalId,
                Purpose.REVERSAL,
                subjectId,
                postings.stream().map(Posting::opposite).toList());
    }
}
