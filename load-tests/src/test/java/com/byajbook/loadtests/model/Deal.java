package com.byajbook.loadtests.model;

import com.byajbook.loadtests.client.Person;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a loan should be: a few rules of lending in their plainest words, none of them taken from the platform's code. */
final class Deal {
    /** The least that a lender puts in, unless it is exactly what is left. */
    static final long LEAST = 100_000;
    /** The most that one lender lends to one borrower. */
    static final long PAIR_CAP = 5_000_000;

    private final int number;
    private final UUID id;
    private final Person borrower;
    private final long amount;
    private final List<Part> parts = new ArrayList<>();
    private Stage stage = Stage.OFFERED;
    private long outstanding;
    private long collected;

    /** Where it stands, as its owner is shown. */
    enum Stage {
        OFFERED,
        LISTED,
        ACTIVE,
        CLOSED,
        CANCELLED
    }

    /** What a lender gives. */
    record Part(Purse lender, long paise) {}

    /** @param number for people who read what happened */
    Deal(int number, UUID id, Person borrower, long amount) {
        this.number = number;
        this.id = id;
        this.borrower = borrower;
        this.amount = amount;
    }

    UUID id() {
        return id;
    }

    Person borrower() {
        return borrower;
    }

    Stage stage() {
        return stage;
    }

    long left() {
        return amount - given();
    }

    long outstanding() {
        return outstanding;
    }

    void list() {
        stage = Stage.LISTED;
    }

    /** Why a promise must be refused: every reason that applies; none if it must be kept. */
    Set<String> objections(Purse lender, long paise) {
        Set<String> objections = new LinkedHashSet<>();
        if (stage != Stage.LISTED) {
            return Set.of("LOAN_NOT_LISTED");
        }
        if (paise > left()) {
            objections.add("MORE_THAN_LEFT");
        }
        if (paise < LEAST && paise != left()) {
            objections.add("BELOW_MINIMUM");
        }
        if (paise + givenBy(lender) > PAIR_CAP) {
            objections.add("PAIR_LIMIT_EXCEEDED");
        }
        if (paise > lender.available()) {
            objections.add("INSUFFICIENT_FUNDS");
        }
        return objections;
    }

    /** A promise that is kept; the last one makes it a loan. */
    void give(Purse lender, long paise) {
        lender.hold(paise);
        parts.add(new Part(lender, paise));
        if (left() == 0) {
            parts.forEach(part -> part.lender().lend(part.paise()));
            stage = Stage.ACTIVE;
            outstanding = amount;
        }
    }

    void cancel() {
        parts.forEach(part -> part.lender().release(part.paise()));
        parts.clear();
        stage = Stage.CANCELLED;
    }

    /** Money that came back. */
    void collect(long principal, long interest) {
        outstanding -= principal;
        collected += principal + interest;
        if (outstanding == 0) {
            stage = Stage.CLOSED;
        }
    }

    /** All that came back for lenders. */
    long collected() {
        return collected;
    }

    /** The least that a lender must have got of it: its share of all that came back, rounded down for each part. */
    long leastProceedsOf(Purse lender) {
        return parts.stream()
                .filter(part -> part.lender() == lender)
                .mapToLong(part -> share(part.paise()))
                .sum();
    }

    /** How much more it may have got: a paisa for each part. */
    long parts(Purse lender) {
        return parts.stream().filter(part -> part.lender() == lender).count();
    }

    private long share(long paise) {
        return BigInteger.valueOf(collected)
                .multiply(BigInteger.valueOf(paise))
                .divide(BigInteger.valueOf(amount))
                .longValueExact();
    }

    /** What is promised and held, or lent. */
    long given() {
        return parts.stream().mapToLong(Part::paise).sum();
    }

    private long givenBy(Purse lender) {
        return parts.stream()
                .filter(part -> part.lender() == lender)
                .mapToLong(Part::paise)
                .sum();
    }

    @Override
    public String toString() {
        return "loan " + number + " (" + id + ", " + stage + ", " + amount + ", " + left() + " left, " + outstanding
                + " outstanding)";
    }
}
