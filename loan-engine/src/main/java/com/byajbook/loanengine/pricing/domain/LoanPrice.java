package com.byajbook.loanengine.pricing.domain;

import com.byajbook.loanengine.pricing.domain.Fee.Charge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that follows from an amount, a tenure, a rate and the fees.
 *
 * @param emiPaise the regular instalment; the last one may differ by paise
 * @param aprPercent with two decimals
 * @param schedule the ledger schedule, as if the loan were paid out on the day of the price
 */
public record LoanPrice(
        long amountPaise,
        int tenureMonths,
        AnnualRate rate,
        List<Charge> charges,
        long emiPaise,
        BigDecimal aprPercent,
        LedgerSchedule schedule) {

    /** Powers of a larger number are beyond BigDecimal, and an application may name any. */
    private static final int CENTURY_MONTHS = 1_200;

    /**
     * The price on a day.
     *
     * @throws IllegalArgumentException if the fees leave nothing of the amount
     */
    public static LoanPrice of(long amountPaise, int tenureMonths, AnnualRate rate, List<Fee> fees, LocalDate day) {
        List<Charge> charges = fees.stream().map(fee -> fee.on(amountPaise)).toList();
        BigDecimal exactEmi = Emi.exact(amountPaise, rate, tenureMonths);
        return new LoanPrice(
                amountPaise,
                tenureMonths,
                rate,
                charges,
                Rounding.toPaise(exactEmi),
                Rounding.toPercent(Apr.percent(amountPaise - total(charges), exactEmi, tenureMonths)),
                LedgerSchedule.of(amountPaise, rate, tenureMonths, day));
    }

    /**
     * The instalment alone, for a judgement that needs no more. Any figures have one: a tenure beyond a hundred years counts as
     * a hundred years, and what fits no {@code long} is {@link Long#MAX_VALUE}.
     */
    public static long emiPaise(long amountPaise, int tenureMonths, AnnualRate rate) {
        BigDecimal exact = Emi.exact(amountPaise, rate, Math.min(tenureMonths, CENTURY_MONTHS));
        return exact.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) >= 0 ? Long.MAX_VALUE : Rounding.toPaise(exact);
    }

    public long totalFeesPaise() {
        return total(charges);
    }

    public long netDisbursedPaise() {
        return amountPaise - totalFeesPaise();
    }

    public long totalInterestPaise() {
        return schedule.totalInterestPaise();
    }

    /** Principal and interest; the fees were taken out of the disbursal. */
    public long totalPayablePaise() {
        return amountPaise + totalInterestPaise();
    }

    private static long total(List<Charge> charges) {
        return charges.stream().mapToLong(Charge::totalPaise).sum();
    }
}
