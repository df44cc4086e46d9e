package com.byajbook.paymentflow.ledger.domain;

import java.util.Objects;

/**
 * One line of a transaction.
 *
 * @param amountPaise a debit when positive, a credit when negative; never 0
 */
public record Posting(AccountName account, long amountPaise) {

    public Posting {
        Objects.requireNonNull(account);
        if (amountPaise == 0 || amountPaise == Long.MIN_VALUE) {
            throw new IllegalArgumentException("a posting moves something, and no more than can be counted");
        }
    }

    /** A debit of so many paise, more than 0. */
    public static Posting debit(AccountName account, long paise) {
        return new Posting(account, positive(paise));
    }

    /** A credit of so many paise, more than 0. */
    public static Posting credit(AccountName account, long paise) {
        return new Posting(account, -positive(paise));
    }

    Posting opposite() {
        return new Posting(account, -amountPaise);
    }

    private static long positive(long paise) {
        if (paise <= 0) {
            throw new IllegalArgumentException("a debit or credit is more than 0, not " + paise + " paise");
        }
        return paise;
    }
}
