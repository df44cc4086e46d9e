package com.byajbook.platform.message;

/**
 * What a repayment paid.
 *
 * @param excessPaise what was more than all that was owed; it goes back to the borrower
 */
public record RepaymentSplit(
        long penaltyPaise, long feePaise, long interestPaise, long principalPaise, long excessPaise) {

    public RepaymentSplit {
        Checks.notNegative("penaltyPaise", penaltyPaise);
        Checks.notNegative("feePaise", feePaise);
        Checks.notNegative("interestPaise", interestPaise);
        Checks.notNegative("principalPaise", principalPaise);
        Checks.notNegative("excessPaise", excessPaise);
    }

    /** What the lenders get. */
    public long lendersPaise() {
        return Math.addExact(interestPaise, principalPaise);
    }

    /** All of it: the repayment. */
    public long totalPaise() {
        return Math.addExact(lendersPaise(), Math.addExact(Math.addExact(penaltyPaise, feePaise), excessPaise));
    }
}
