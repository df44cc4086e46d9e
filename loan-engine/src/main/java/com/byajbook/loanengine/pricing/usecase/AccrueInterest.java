package com.byajbook.loanengine.pricing.usecase;

import com.byajbook.loanengine.pricing.domain.AnnualRate;
import com.byajbook.loanengine.pricing.domain.PartOfMonth;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The interest of some days of a month, for a loan whose rate is settled. */
public final class AccrueInterest {

    /** From {@code from} to {@code to} within the month between two due dates, in whole paise. */
    public long paise(
            long outstandingPaise,
            BigDecimal annualRatePercent,
            LocalDate monthFrom,
            LocalDate monthTo,
            LocalDate from,
            LocalDate to) {
        return PartOfMonth.interestPaise(
                outstandingPaise, new AnnualRate(annualRatePercent), monthFrom, monthTo, from, to);
    }
}
