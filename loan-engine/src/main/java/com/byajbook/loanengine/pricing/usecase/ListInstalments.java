package com.byajbook.loanengine.pricing.usecase;

import com.byajbook.loanengine.pricing.domain.AnnualRate;
import com.byajbook.loanengine.pricing.domain.LedgerSchedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The ledger schedule of a loan whose terms are settled; it follows from the terms alone, whatever the product is today. */
public final class ListInstalments {

    /** One row a month, the last one absorbing what rounding left over. */
    public List<ScheduledInstalment> list(
            long amountPaise, BigDecimal annualRatePercent, int tenureMonths, LocalDate start) {
        return ScheduledInstalment.listOf(
                LedgerSchedule.of(amountPaise, new AnnualRate(annualRatePercent), tenureMonths, start));
    }
}
