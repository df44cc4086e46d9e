package com.byajbook.paymentflow.settlement.domain;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a file and our books do not agree on.
 *
 * @param line the line of the file; 0 when the file has none
 * @param ours the payment; null when there is none
 * @param theirs what the file says; null when it says nothing
 * @param bookedPaise what our books have of this movement; 0 when they have nothing of it
 */
public record Difference(
        Kind kind,
        int line,
        String reference,
        Direction direction,
        Movement movement,
        @Nullable Ours ours,
        @Nullable Theirs theirs,
        long bookedPaise) {

    /** The file's side. */
    public record Theirs(long amountPaise, String utr) {}

    public Difference {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(direction);
        Objects.requireNonNull(movement);
        if (ours == null && theirs == null) {
            throw new IllegalArgumentException("nobody says anything of " + reference);
        }
    }

    static Difference of(Kind kind, Line line, @Nullable Ours ours, long bookedPaise) {
        return new Difference(
                kind,
                line.number(),
                line.reference(),
                line.direction(),
                line.movement(),
                ours,
                new Theirs(line.amountPaise(), line.utr()),
                bookedPaise);
    }

    static Difference missingThere(Ours ours, Movement movement) {
        return new Difference(
                Kind.MISSING_THERE,
                0,
                ours.paymentId().toString(),
                ours.direction(),
                movement,
                ours,
                null,
                ours.amountPaise());
    }

    /** What makes it this difference and no other; the same however often the same file is compared. */
    public String key() {
        String said = theirs == null ? "" : theirs.utr() + "/" + theirs.amountPaise();
        return kind + "/" + movement + "/" + reference + "/" + said;
    }

    /** How much more the bank has by this movement than our books, in its effect on our account. */
    public long gapPaise() {
        return direction.atTheBank(movement, (theirs == null ? 0 : theirs.amountPaise()) - bookedPaise);
    }

    /** How much more the bank has once the payment itself has learnt all that it can. */
    public long restPaise() {
        return kind == Kind.AMOUNT && ours != null && theirs != null
                ? direction.atTheBank(movement, theirs.amountPaise() - ours.amountPaise())
                : gapPaise();
    }

    /** What may be done about it. */
    public Set<Action> allowed() {
        EnumSet<Action> actions = EnumSet.of(Action.RECHECK);
        switch (kind) {
            case MISSING_HERE, FAILED_HERE -> {
                actions.add(Action.ACCEPT_OURS);
                addBookings(actions);
            }
            case MISSING_THERE -> {
                actions.add(Action.ACCEPT_OURS);
                actions.add(Action.BOOK_TO_SUSPENSE);
                if (movement == Movement.PAID) {
                    actions.add(Action.REVERSE_OURS);
                }
            }
            case AMOUNT -> {
                actions.add(Action.ACCEPT_OURS);
                actions.add(Action.BOOK_TO_SUSPENSE);
            }
            case REFERENCE -> {
                actions.add(Action.ACCEPT_OURS);
                actions.add(Action.ACCEPT_THEIRS);
            }
            case OPEN_HERE, REVERSED -> actions.add(Action.ACCEPT_THEIRS);
        }
        return actions;
    }

    private void addBookings(EnumSet<Action> actions) {
        if (ours == null) {
            actions.add(Action.BOOK_TO_LENDERS_SUSPENSE);
            actions.add(Action.BOOK_TO_BORROWERS_SUSPENSE);
            return;
        }
        actions.add(Action.BOOK_TO_SUSPENSE);
        boolean cameIn = direction == Direction.COLLECT && movement == Movement.PAID;
        if (cameIn && ours.direction() == Direction.COLLECT) {
            actions.add(Action.REFUND_PAYER);
        }
    }
}
