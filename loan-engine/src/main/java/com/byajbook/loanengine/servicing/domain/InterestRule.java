package com.byajbook.loanengine.servicing.domain;

import java.math.BigDecimal;

/** What principal costs for a part of a month; the rule itself is the prices'. */
@FunctionalInterface
public interface InterestRule {

    /**
     * The interest in whole paise.
     *
     * @param month between two due dates
     * @param part the days within it that count
     */
    long paise(long outstandingPaise, BigDecimal annualRatePercent, Days month, Days part);
}
