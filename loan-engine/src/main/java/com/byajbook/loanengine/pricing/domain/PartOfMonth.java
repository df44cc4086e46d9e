package com.byajbook.loanengine.pricing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Interest for some days of one instalment's month. Beside {@link BrokenPeriod} it takes a month that the schedule made: one
 * from 28 February to 31 March is a month too, and all of it costs what the schedule says.
 */
public final class PartOfMonth {

    private PartOfMonth() {}

    /**
     * {@code outstanding * rate / 12 * days / daysInMonth}, rounded to the paisa.
     *
     * @param monthFrom the due date before, or the disbursal
     * @param monthTo the due date
     * @param from the first day that counts, within the month
     * @param to the day up to which it counts, within the month
     */
    public static long interestPaise(
            long outstandingPaise,
            AnnualRate rate,
            LocalDate monthFrom,
            LocalDate monthTo,
            LocalDate from,
            LocalDate to) {
        if (outstandingPaise < 0 || from.isBefore(monthFrom) || to.isBefore(from) || to.isAfter(monthTo)) {
            throw new IllegalArgumentException("no part of the month from " + monthFrom + " to " + monthTo + " for "
                    + outstandingPaise + " paise from " + from + " to " + to);
        }
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
        BigDecimal month = BigDecimal.valueOf(ChronoUnit.DAYS.between(monthFrom, monthTo));
        return Rounding.toPaise(BigDecimal.valueOf(outstandingPaise)
                .multiply(rate.monthly(), Rounding.PRECISION)
                .multiply(days, Rounding.PRECISION)
                .divide(month, Rounding.PRECISION));
    }
}
