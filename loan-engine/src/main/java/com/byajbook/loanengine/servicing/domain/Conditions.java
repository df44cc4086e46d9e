package com.byajbook.loanengine.servicing.domain;

import java.math.BigDecimal;

/**
 * What a version of the product says about service; a loan keeps what it was made with.
 *
 * @param penalPercentPerMonth the charge on overdue principal and interest
 * @param bounceChargePaise what the first debit of an instalment costs that the bank refuses
 * @param coolingOffDays for so long after the disbursal a borrower may leave at principal and interest alone
 */
public record Conditions(
        BigDecimal penalPercentPerMonth, long bounceChargePaise, int coolingOffDays, AllocationOrder order) {

    public Conditions {
        if (penalPercentPerMonth.signum() < 0 || bounceChargePaise < 0 || coolingOffDays < 0) {
            throw new IllegalArgumentException("no penal charge of " + penalPercentPerMonth + " %, no bounce charge of "
                    + bounceChargePaise + " and no cooling-off of " + coolingOffDays + " days");
        }
    }
}
