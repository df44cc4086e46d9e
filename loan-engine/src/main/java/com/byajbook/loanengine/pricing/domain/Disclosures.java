package com.byajbook.loanengine.pricing.domain;

import java.math.BigDecimal;

/**
 * What a borrower is told beside the price. Neither of the two charges bears GST: CBIC circulars 245/02/2025-GST and
 * 178/10/2022-GST.
 *
 * @param coolingOffDays how long after the disbursal the borrower may leave at principal plus proportionate interest
 * @param validDays how long the statement can be agreed to
 * @param penalPercentPerMonth the charge on an overdue amount; a charge, not interest, and never capitalised
 * @param bounceChargePaise what the first debit of an instalment costs that the bank refuses
 * @param grievanceContact where to complain
 */
public record Disclosures(
        int coolingOffDays,
        int validDays,
        BigDecimal penalPercentPerMonth,
        long bounceChargePaise,
        String grievanceContact) {}
