package com.byajbook.loanengine.pricing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Interest for a part of a month, as when a loan is closed between two instalments. */
public final class BrokenPeriod {

    private BrokenPeriod() {}

    /**
     * {@code outstanding * rate / 12 * days / daysInMonth}, rounded to the paisa; the month is the one that begins with
     * {@code from}, so a whole month costs what the schedule says.
     *
     * @param from when the last month that was charged ended: the last due date, or the disbursal
     * @param to the day of payment, at most a month later
     */
    public static long interestPaise(long outstandingPaise, AnnualRate rate, LocalDate from, LocalDate to) {
        if (outstandingPaise < 0 || to.isBefore(from) || to.isAfter(from.plusMonths(1))) {
            throw new IllegalArgumentException(
                    "no part of a month for " + outstandingPaise + " paise from " + from + " to " + to);
        }
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
        BigDecimal month = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, from.plusMonths(1)));
        return Rounding.toPaise(BigDecimal.valueOf(outstandingPaise)
                .multiply(rate.monthly(), Rounding.PRECISION)
                .multiply(days, Rounding.PRECISION)
                .divide(month, Rounding.PRECISION));
    }
}
