package com.byajbook.loanengine.pricing.domain;

import java.math.BigDecimal;

/**
 * What a borrower is told beside the price.
 *
 * @param coolingOffDays how long after the disbursal the borrower may leave at principal plus proportionate interest
 * @param validDays how long the statement can be agreed to
 * @param penalPercentPerMonth the charge on an overdue amount; a charge, not interest, and never capitalised
 * @param penalGstPercent the tax on that charge
 * @param grievanceContact where to complain
 */
public record Disclosures(
        int coolingOffDays,
        int validDays,
        BigDecimal penalPercentPerMonth,
        BigDecimal penalGstPercent,
        String grievanceContact) {}
