package com.byajbook.paymentflow.reconciliation.domain;

/** What must hold at every moment. The names are stable: alarms and dashboards use them. */
public enum Invariant {
    /** The balances of each book add up to nothing. */
    BOOKS_BALANCE("books-balance", "the balances of each book add up to 0"),
    /** The postings of each transaction add up to nothing in each book, and are all there. */
    TRANSACTIONS_BALANCE("transactions-balance", "each transaction is whole and adds up to 0 in each book"),
    /** A balance is the sum of its postings. */
    BALANCE_IS_SUM("balance-is-sum", "each balance is the sum of its postings"),
    /** What is held on an account is what its open holds hold. */
    HELD_IS_OPEN_HOLDS("held-is-open-holds", "what is held on an account is the sum of its open holds"),
    /** Nobody has less than is held, and no shared account is on its wrong side. */
    NOTHING_OVERDRAWN("nothing-overdrawn", "no account has less than is held on it, and none is on its wrong side"),
    /** What was posted of a hold was debited from its account by the transaction that settled it. */
    HOLDS_ARE_PAID("holds-are-paid", "what was posted of a hold was debited from its account");

    private final String id;
    private final String words;

    Invariant(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** Its stable name. */
    public String id() {
        return id;
    }

    /** What it says, for people. */
    public String words() {
        return words;
    }
}
