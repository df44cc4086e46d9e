package com.byajbook.loanengine.pricing.domain;

import java.math.BigDecimal;

/**
 * A nominal rate of interest in per cent a year, on the 30/360 basis: every month costs a twelfth of it.
 *
 * @param percent between 0 and {@value #MOST_PERCENT}
 */
public record AnnualRate(BigDecimal percent) {

    static final int MOST_PERCENT = 1_000;

    private static final int LEAST_SHOWN_DIGITS = 2;
    private static final BigDecimal MONTHS_TIMES_HUNDRED = BigDecimal.valueOf(1_200);

    public AnnualRate {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(MOST_PERCENT)) > 0) {
            throw new IllegalArgumentException("a rate lies between 0 and " + MOST_PERCENT + " %, but is " + percent);
        }
    }

    /** The rate written as a decimal, {@code "15"} or {@code "9.4822"}. */
    public static AnnualRate ofPercent(String percent) {
        return new AnnualRate(new BigDecimal(percent));
    }

    /** The share of the balance that one month costs, as a fraction. */
    BigDecimal monthly() {
        return percent.divide(MONTHS_TIMES_HUNDRED, Rounding.PRECISION);
    }

    boolean isZero() {
        return percent.signum() == 0;
    }

    /** The rate in per cent as people read it: at least two decimals and none lost, 15.00 or 9.4822. */
    public BigDecimal shown() {
        BigDecimal plain = percent.stripTrailingZeros();
        return plain.scale() < LEAST_SHOWN_DIGITS ? plain.setScale(LEAST_SHOWN_DIGITS) : plain;
    }
}
