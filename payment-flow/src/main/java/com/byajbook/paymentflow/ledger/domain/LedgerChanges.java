package com.byajbook.paymentflow.ledger.domain;

import java.util.List;

/**
 * What is to be written, each list in the order in which it came to be.
 *
 * @param booked the new transactions, each with its postings
 * @param opened the new holds, as they are at the end; one may be resolved already
 * @param resolved the earlier holds that are resolved now
 */
public record LedgerChanges(List<BookedTransaction> booked, List<Hold> opened, List<Hold> resolved) {

    public LedgerChanges {
        booked = List.copyOf(booked);
        opened = List.copyOf(opened);
        resolved = List.copyOf(resolved);
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return booked.isEmpty() && opened.isEmpty() && resolved.isEmpty();
    }
}
