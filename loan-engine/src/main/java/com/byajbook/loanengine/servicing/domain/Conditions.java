package com.byajbook.loanengine.servicing.domain;

import java.math.BigDecimal;

/**
 * What a version of the product says about service; a loan keeps what it was made with.
 *
 * @param penalPercentPerMonth the charge on overdue principal and interest
 * @param coolingOffDays for so long after the disbursal a borrower may leave at principal and interest alone
 */
public record Conditions(BigDecimal penalPercentPerMonth, int coolingOffDays, AllocationOrder order) {

    public Conditions {
        if (penalPercentPerMonth.signum() < 0 || coolingOffDays < 0) {
            throw new IllegalArgumentException("no penal charge of " + penalPercentPerMonth
                    + " % and no cooling-off of " + coolingOffDays + " days");
        }
    }
}
