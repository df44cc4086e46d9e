package com.byajbook.loanengine.pricing.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The repayment illustration of the key fact statement, printed as the regulator's annex prints it: computed without any
 * rounding, then each cell rounded by itself to the rupee. Its columns therefore need not add up, and it is not the ledger.
 */
final class PrintedIllustration {

    private PrintedIllustration() {}

    static List<Row> of(long principalPaise, AnnualRate rate, int months) {
        BigDecimal emi = Emi.exact(principalPaise, rate, months);
        BigDecimal monthly = rate.monthly();
        List<Row> rows = new ArrayList<>(months);
        BigDecimal outstanding = BigDecimal.valueOf(principalPaise);
        for (int number = 1; number <= months; number++) {
            BigDecimal interest = outstanding.multiply(monthly, Rounding.PRECISION);
            BigDecimal principal = emi.subtract(interest, Rounding.PRECISION);
            rows.add(Row.printed(number, outstanding, principal, interest, emi));
            outstanding = outstanding.subtract(principal, Rounding.PRECISION);
        }
        return List.copyOf(rows);
    }

    /** A printed row, in whole rupees; the outstanding principal is the one before this instalment. */
    record Row(int number, long outstandingRupees, long principalRupees, long interestRupees, long emiRupees) {

        private static Row printed(
                int number, BigDecimal outstanding, BigDecimal principal, BigDecimal interest, BigDecimal emi) {
            return new Row(
                    number,
                    Rounding.toPrintedRupees(outstanding),
                    Rounding.toPrintedRupees(principal),
                    Rounding.toPrintedRupees(interest),
                    Rounding.toPrintedRupees(emi));
        }
    }
}
