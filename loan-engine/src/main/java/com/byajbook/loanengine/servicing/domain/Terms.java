package com.byajbook.loanengine.servicing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * What does not change about a loan that was paid out.
 *
 * @param emiPaise the instalment that was agreed on; it stays the same after a prepayment
 * @param disbursedOn the day from which interest runs
 */
public record Terms(
        UUID loanId,
        UUID borrowerId,
        long principalPaise,
        BigDecimal annualRatePercent,
        int months,
        long emiPaise,
        LocalDate disbursedOn,
        Conditions conditions) {

    public Terms {
        Objects.requireNonNull(loanId);
        Objects.requireNonNull(borrowerId);
        Objects.requireNonNull(disbursedOn);
        if (principalPaise <= 0 || months <= 0) {
            throw new IllegalArgumentException("no loan of " + principalPaise + " paise in " + months + " months");
        }
    }

    LocalDate dueOn(int number) {
        return disbursedOn.plusMonths(number);
    }

    /** The month that ends with an instalment. */
    Days month(int number) {
        return new Days(dueOn(number - 1), dueOn(number));
    }

    boolean isCoolingOff(LocalDate day) {
        return !day.isAfter(disbursedOn.plusDays(conditions.coolingOffDays()));
    }
}
