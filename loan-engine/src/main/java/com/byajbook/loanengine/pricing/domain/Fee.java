package com.byajbook.loanengine.pricing.domain;

import java.math.BigDecimal;

/**
 * A fee of the product, taken out of the disbursal.
 *
 * @param code stable, for machines
 * @param label for people
 * @param flatPaise a fixed part
 * @param amountPercent a part in per cent of the loan's amount
 * @param gstPercent the tax on the fee itself; 0 where none is due
 */
public record Fee(
        String code,
        String label,
        Recipient recipient,
        long flatPaise,
        BigDecimal amountPercent,
        BigDecimal gstPercent) {

    private static final int PERCENT_DIGITS = 2;

    public Fee {
        if (flatPaise < 0 || amountPercent.signum() < 0 || gstPercent.signum() < 0) {
            throw new IllegalArgumentException("fee " + code + " must not be negative");
        }
    }

    /** The fee for a loan of this amount, its tax apart. */
    Charge on(long amountPaise) {
        long fee = Math.addExact(flatPaise, Rounding.toPaise(share(amountPaise, amountPercent)));
        return new Charge(this, fee, Rounding.toPaise(share(fee, gstPercent)));
    }

    private static BigDecimal share(long paise, BigDecimal percent) {
        return BigDecimal.valueOf(paise).multiply(percent).movePointLeft(PERCENT_DIGITS);
    }

    /** Who keeps the fee. */
    public enum Recipient {
        PLATFORM,
        THIRD_PARTY
    }

    /** What a fee comes to for one loan. */
    public record Charge(Fee fee, long feePaise, long gstPaise) {

        public long totalPaise() {
            return feePaise + gstPaise;
        }
    }
}
