package com.byajbook.loanengine.servicing.domain;

/** Money by what it is owed or paid for. */
public record Amounts(long penaltyPaise, long feePaise, long interestPaise, long principalPaise) {

    public static final Amounts NONE = new Amounts(0, 0, 0, 0);

    public Amounts {
        if (penaltyPaise < 0 || feePaise < 0 || interestPaise < 0 || principalPaise < 0) {
            throw new IllegalArgumentException("no part is less than nothing: " + penaltyPaise + ", " + feePaise + ", "
                    + interestPaise + ", " + principalPaise);
        }
    }

    /** All of it for one component. */
    public static Amounts of(Component component, long paise) {
        return switch (component) {
            case PENALTY -> new Amounts(paise, 0, 0, 0);
            case FEE -> new Amounts(0, paise, 0, 0);
            case INTEREST -> new Amounts(0, 0, paise, 0);
            case PRINCIPAL -> new Amounts(0, 0, 0, paise);
        };
    }

    public Amounts plus(Amounts other) {
        return new Amounts(
                Math.addExact(penaltyPaise, other.penaltyPaise),
                Math.addExact(feePaise, other.feePaise),
                Math.addExact(interestPaise, other.interestPaise),
                Math.addExact(principalPaise, other.principalPaise));
    }

    /** What is left after these; no part can be more than there is. */
    public Amounts minus(Amounts other) {
        return new Amounts(
                penaltyPaise - other.penaltyPaise,
                feePaise - other.feePaise,
                interestPaise - other.interestPaise,
                principalPaise - other.principalPaise);
    }

    /** Of each part no more than there is in the other. */
    Amounts atMost(Amounts other) {
        return new Amounts(
                Math.min(penaltyPaise, other.penaltyPaise),
                Math.min(feePaise, other.feePaise),
                Math.min(interestPaise, other.interestPaise),
                Math.min(principalPaise, other.principalPaise));
    }

    /** What lenders get of it. */
    public long lendersPaise() {
        return Math.addExact(interestPaise, principalPaise);
    }

    public long totalPaise() {
        return Math.addExact(lendersPaise(), Math.addExact(penaltyPaise, feePaise));
    }

    public boolean isNothing() {
        return totalPaise() == 0;
    }
}
