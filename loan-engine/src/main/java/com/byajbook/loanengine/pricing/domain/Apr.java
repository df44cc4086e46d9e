package com.byajbook.loanengine.pricing.domain;

import java.math.BigDecimal;

/**
 * The annual percentage rate: the monthly internal rate of return of what the borrower really gets against the unrounded
 * instalments, times 12. It is not compounded.
 */
final class Apr {

    private static final BigDecimal MONTHS_TIMES_HUNDRED = BigDecimal.valueOf(1_200);

    private Apr() {}

    /**
     * The APR in per cent, unrounded.
     *
     * @param netDisbursedPaise the principal less every fee, third parties' fees and GST included
     * @throws IllegalArgumentException if nothing is left of the loan, or no rate up to 1,000 % a month explains the figures
     */
    static BigDecimal percent(long netDisbursedPaise, BigDecimal exactEmi, int months) {
        if (netDisbursedPaise <= 0) {
            throw new IllegalArgumentException("the fees leave nothing of the loan: " + netDisbursedPaise + " paise");
        }
        return InternalRate.ofAnnuity(BigDecimal.valueOf(netDisbursedPaise), exactEmi, months)
                .multiply(MONTHS_TIMES_HUNDRED, Rounding.PRECISION);
    }
}
