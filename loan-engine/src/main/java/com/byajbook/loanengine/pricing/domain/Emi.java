package com.byajbook.loanengine.pricing.domain;

import java.math.BigDecimal;

/** The equated monthly instalment: {@code P * i * (1+i)^n / ((1+i)^n - 1)}. */
final class Emi {

    private Emi() {}

    /** The instalment in paise with every digit; the ledger rounds it, the APR and the printed illustration do not. */
    static BigDecimal exact(long principalPaise, AnnualRate rate, int months) {
        if (principalPaise <= 0 || months <= 0) {
            throw new IllegalArgumentException(
                    "an instalment needs a principal and a tenure, not " + principalPaise + " paise in " + months);
        }
        BigDecimal principal = BigDecimal.valueOf(principalPaise);
        if (rate.isZero()) {
            return principal.divide(BigDecimal.valueOf(months), Rounding.PRECISION);
        }
        BigDecimal growth = BigDecimal.ONE.add(rate.monthly()).pow(months, Rounding.PRECISION);
        return principal
                .multiply(rate.monthly(), Rounding.PRECISION)
                .multiply(growth, Rounding.PRECISION)
                .divide(growth.subtract(BigDecimal.ONE), Rounding.PRECISION);
    }
}
