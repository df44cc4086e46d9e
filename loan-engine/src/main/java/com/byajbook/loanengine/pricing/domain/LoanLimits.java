package com.byajbook.loanengine.pricing.domain;

/** How much the product lends and for how long; both ends are included. */
public record LoanLimits(long minAmountPaise, long maxAmountPaise, int minTenureMonths, int maxTenureMonths) {

    public LoanLimits {
        if (minAmountPaise <= 0 || maxAmountPaise < minAmountPaise) {
            throw new IllegalArgumentException("amounts from " + minAmountPaise + " to " + maxAmountPaise + " paise");
        }
        if (minTenureMonths <= 0 || maxTenureMonths < minTenureMonths) {
            throw new IllegalArgumentException(
                    "tenures from " + minTenureMonths + " to " + maxTenureMonths + " months");
        }
    }

    public boolean allowAmount(long amountPaise) {
        return amountPaise >= minAmountPaise && amountPaise <= maxAmountPaise;
    }

    public boolean allowTenure(int tenureMonths) {
        return tenureMonths >= minTenureMonths && tenureMonths <= maxTenureMonths;
    }
}
