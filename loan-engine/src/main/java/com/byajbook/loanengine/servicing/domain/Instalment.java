package com.byajbook.loanengine.servicing.domain;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An instalment of a loan in service.
 *
 * @param number from 1
 * @param charged what it costs, penalties and fees of later days included
 * @param paid what was paid of that, part by part never more than was charged
 */
public record Instalment(int number, LocalDate dueOn, Amounts charged, Amounts paid) {

    public Instalment {
        Objects.requireNonNull(dueOn);
        Objects.requireNonNull(charged.minus(paid), "refuses what was paid beyond the charge");
    }

    /** What is left to pay. */
    public Amounts owed() {
        return charged.minus(paid);
    }

    public boolean isPaid() {
        return owed().isNothing();
    }

    /** Due on this day or before it. */
    public boolean isDueOn(LocalDate day) {
        return !dueOn.isAfter(day);
    }

    Due due() {
        Amounts owed = owed();
        return new Due(
                number, dueOn, owed.penaltyPaise(), owed.feePaise(), owed.interestPaise(), owed.principalPaise());
    }

    Instalment pay(Amounts amounts) {
        return new Instalment(number, dueOn, charged, paid.plus(amounts));
    }

    Instalment takeBack(Amounts amounts) {
        return new Instalment(number, dueOn, charged, paid.minus(amounts));
    }

    Instalment charge(Amounts amounts) {
        return new Instalment(number, dueOn, charged.plus(amounts), paid);
    }
}
