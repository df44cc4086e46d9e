package com.byajbook.paymentflow.ledger.usecase;

import org.jspecify.annotations.Nullable;

/**
 * What became of an entry.
 *
 * @param done whether the books have all of it, from now on or since an earlier time
 * @param refusal the stable name of the first reason why not; null when it is done
 */
public record Booking(boolean done, @Nullable String refusal) {

    static final Booking DONE = new Booking(true, null);
}
