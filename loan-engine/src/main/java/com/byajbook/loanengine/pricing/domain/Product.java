package com.byajbook.loanengine.pricing.domain;

import java.time.ZoneId;
import java.util.List;

/**
 * One version of the loan product, as far as it makes a price.
 *
 * @param zone where a calendar day begins for due dates and statements
 */
public record Product(
        String version, LoanLimits limits, RateCard rateCard, List<Fee> fees, Disclosures disclosures, ZoneId zone) {

    /**
     * A product whose smallest loan is worth more than its fees.
     *
     * @throws IllegalArgumentException if the fees would eat that loan
     */
    public Product {
        fees = List.copyOf(fees);
        long smallest = limits.minAmountPaise();
        long feesOfSmallest =
                fees.stream().mapToLong(fee -> fee.on(smallest).totalPaise()).sum();
        if (feesOfSmallest >= smallest) {
            throw new IllegalArgumentException(
                    "fees of " + feesOfSmallest + " paise leave nothing of a loan of " + smallest);
        }
    }
}
