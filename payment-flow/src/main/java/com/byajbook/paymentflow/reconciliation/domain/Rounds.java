package com.byajbook.paymentflow.reconciliation.domain;

/**
 * Where a look goes on that cannot take everything at once.
 *
 * @param accountsAfter accounts above this are next; from the beginning again when there are none
 * @param transactionsAfter transactions above this have not been looked at
 */
public record Rounds(long accountsAfter, long transactionsAfter) {

    /** From the beginning. */
    public static final Rounds FIRST = new Rounds(0, 0);
}
