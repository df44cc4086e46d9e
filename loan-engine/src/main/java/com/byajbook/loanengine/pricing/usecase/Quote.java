package com.byajbook.loanengine.pricing.usecase;

import com.byajbook.loanengine.pricing.domain.LoanPrice;
import java.util.List;

/**
 * What a loan would cost in the indicative band. A quote binds nobody: the offer follows the borrower's own score.
 *
 * @param schedule as if the loan were paid out today
 */
public record Quote(
        long amountPaise,
        int tenureMonths,
        String annualRatePct,
        String aprPct,
        long emiPaise,
        long totalInterestPaise,
        long totalFeesPaise,
        long netDisbursedPaise,
        long totalPayablePaise,
        List<ScheduledInstalment> schedule) {

    static Quote of(LoanPrice price) {
        return new Quote(
                price.amountPaise(),
                price.tenureMonths(),
                price.rate().shown().toPlainString(),
                price.aprPercent().toPlainString(),
                price.emiPaise(),
                price.totalInterestPaise(),
                price.totalFeesPaise(),
                price.netDisbursedPaise(),
                price.totalPayablePaise(),
                ScheduledInstalment.listOf(price.schedule()));
    }
}
