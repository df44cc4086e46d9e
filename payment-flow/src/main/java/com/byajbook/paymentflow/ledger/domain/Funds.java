package com.byajbook.paymentflow.ledger.domain;

/**
 * What is on an account.
 *
 * @param balancePaise the sum of its postings: debits less credits
 * @param heldPaise the sum of its open holds
 */
public record Funds(long balancePaise, long heldPaise) {

    /** An account on which nothing happened yet. */
    public static final Funds NONE = new Funds(0, 0);

    /** What an owner may dispose of: what we owe it, less what is held. */
    public long availablePaise() {
        return Math.subtractExact(Math.negateExact(balancePaise), heldPaise);
    }

    Funds posted(long amountPaise) {
        return new Funds(Math.addExact(balancePaise, amountPaise), heldPaise);
    }

    Funds held(long amountPaise) {
        return new Funds(balancePaise, Math.addExact(heldPaise, amountPaise));
    }
}
