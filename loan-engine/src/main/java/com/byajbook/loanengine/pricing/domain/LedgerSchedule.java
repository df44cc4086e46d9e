package com.byajbook.loanengine.pricing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the borrower will owe and when, in whole paise. The instalment is rounded once, each month's interest once, and the
 * last row absorbs what the roundings left over.
 */
public final class LedgerSchedule {

    private final List<Instalment> instalments;

    private LedgerSchedule(List<Instalment> instalments) {
        this.instalments = List.copyOf(instalments);
    }

    /**
     * The schedule of a loan paid out on {@code start}; instalment k is due k months later, or on the last day of a month
     * that is too short.
     */
    public static LedgerSchedule of(long principalPaise, AnnualRate rate, int months, LocalDate start) {
        long emi = Rounding.toPaise(Emi.exact(principalPaise, rate, months));
        BigDecimal monthly = rate.monthly();
        List<Instalment> rows = new ArrayList<>(months);
        long balance = principalPaise;
        for (int number = 1; number <= months; number++) {
            long interest = Rounding.toPaise(BigDecimal.valueOf(balance).multiply(monthly, Rounding.PRECISION));
            long principal = number == months ? balance : withinBalance(emi - interest, balance);
            balance -= principal;
            rows.add(new Instalment(
                    number, start.plusMonths(number), principal, interest, principal + interest, balance));
        }
        return new LedgerSchedule(rows);
    }

    /** A few paise over many months can round to nothing or to too much; no row ever repays less than 0 or more than is owed. */
    private static long withinBalance(long principal, long balance) {
        return Math.max(0, Math.min(principal, balance));
    }

    public List<Instalment> instalments() {
        return instalments;
    }

    /** The interest of all rows. */
    public long totalInterestPaise() {
        return instalments.stream().mapToLong(Instalment::interestPaise).sum();
    }
}
