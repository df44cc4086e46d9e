package com.byajbook.loanengine.pricing.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The one place where a figure loses digits. */
final class Rounding {

    /** The precision of every intermediate value. */
    static final MathContext PRECISION = MathContext.DECIMAL128;

    private static final int PERCENT_DIGITS = 2;
    private static final int PAISE_PER_RUPEE_DIGITS = 2;

    private Rounding() {}

    /**
     * Whole paise for the ledger. Half to even, so that many roundings do not drift to one side.
     *
     * @throws ArithmeticException if the amount does not fit a {@code long}
     */
    static long toPaise(BigDecimal paise) {
        return paise.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    /** A cell of the printed illustration, in whole rupees. Half up, because the regulator's table is printed that way. */
    static long toPrintedRupees(BigDecimal paise) {
        return paise.movePointLeft(PAISE_PER_RUPEE_DIGITS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** A percentage as it is shown, with two decimals. */
    static BigDecimal toPercent(BigDecimal percent) {
        return percent.setScale(PERCENT_DIGITS, RoundingMode.HALF_EVEN);
    }
}
