package com.byajbook.loadtests.model;

import com.byajbook.loadtests.client.Person;

/** What a lender should have. */
final class Purse {
    private final int number;
    private final Person owner;
    private long available;
    private long held;
    private long invested;

    /** @param number for people who read what happened */
    Purse(int number, Person owner) {
        this.number = number;
        this.owner = owner;
    }

    Person owner() {
        return owner;
    }

    long available() {
        return available;
    }

    long held() {
        return held;
    }

    /** What it ever put into loans that were paid out. */
    long invested() {
        return invested;
    }

    void takeIn(long paise) {
        available += paise;
    }

    void hold(long paise) {
        available -= paise;
        held += paise;
    }

    void release(long paise) {
        held -= paise;
        available += paise;
    }

    void lend(long paise) {
        held -= paise;
        invested += paise;
    }

    String name() {
        return "lender " + number;
    }

    @Override
    public String toString() {
        return name() + " (" + owner.id() + "): " + available + " available, " + held + " held, " + invested
                + " invested";
    }
}
