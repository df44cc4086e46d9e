package com.byajbook.paymentflow.settlement.domain;

import java.util.List;

/**
 * What a comparison counted. Sums are of what came in and what went out, at the bank by the file and in our books.
 *
 * @param lines the file's lines that were compared
 */
public record Tally(
        long lines,
        long matched,
        long missingHere,
        long missingThere,
        long different,
        long matchedPaise,
        Sums bank,
        Sums books) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, Sums.NONE, Sums.NONE);

    /** Money that came in and money that went out. */
    public record Sums(long inPaise, long outPaise) {

        public static final Sums NONE = new Sums(0, 0);

        static Sums of(long effectPaise) {
            return effectPaise >= 0 ? new Sums(effectPaise, 0) : new Sums(0, -effectPaise);
        }

        Sums plus(Sums other) {
            return new Sums(Math.addExact(inPaise, other.inPaise), Math.addExact(outPaise, other.outPaise));
        }

        /** What is left of it. */
        public long netPaise() {
            return inPaise - outPaise;
        }
    }

    static Tally of(List<Line> matched, List<Difference> differences) {
        Tally tally = NONE;
        for (Line line : matched) {
            Sums moved = Sums.of(line.atTheBank());
            tally = tally.plus(new Tally(1, 1, 0, 0, 0, line.amountPaise(), moved, moved));
        }
        for (Difference difference : differences) {
            tally = tally.plus(of(difference));
        }
        return tally;
    }

    private static Tally of(Difference difference) {
        Difference.Theirs theirs = difference.theirs();
        Direction direction = difference.direction();
        Movement movement = difference.movement();
        Sums bank = theirs == null ? Sums.NONE : Sums.of(direction.atTheBank(movement, theirs.amountPaise()));
        Sums books = Sums.of(direction.atTheBank(movement, difference.bookedPaise()));
        boolean here = difference.kind() == Kind.MISSING_HERE;
        boolean there = difference.kind() == Kind.MISSING_THERE;
        return new Tally(there ? 0 : 1, 0, here ? 1 : 0, there ? 1 : 0, here || there ? 0 : 1, 0, bank, books);
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                lines + other.lines,
                matched + other.matched,
                missingHere + other.missingHere,
                missingThere + other.missingThere,
                different + other.different,
                Math.addExact(matchedPaise, other.matchedPaise),
                bank.plus(other.bank),
                books.plus(other.books));
    }
}
