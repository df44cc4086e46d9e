package com.byajbook.loanengine.pricing.usecase;

import com.byajbook.loanengine.pricing.domain.KeyFactStatement;
import com.byajbook.loanengine.pricing.domain.LoanPrice;
import com.byajbook.loanengine.pricing.domain.Product;
import com.byajbook.loanengine.pricing.domain.RateBand;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Prices a loan for one borrower by the bureau's score. */
public final class PriceOffer {

    private final Product product;

    public PriceOffer(Product product) {
        this.product = product;
    }

    /**
     * The monthly instalment of any amount and tenure, lendable or not, so that an application can be judged in full;
     * {@link Long#MAX_VALUE} where it would not fit.
     */
    public long instalmentPaise(long amountPaise, int tenureMonths, int score) {
        return LoanPrice.emiPaise(
                amountPaise, tenureMonths, product.rateCard().forScore(score).rate());
    }

    /**
     * The offer for an amount and a tenure within the product's limits.
     *
     * @param at when the offer is made; the statement carries its day
     * @throws IllegalArgumentException if the figures lie outside the limits
     */
    public PricedOffer price(UUID loanId, long amountPaise, int tenureMonths, int score, Instant at) {
        if (!product.limits().allowAmount(amountPaise) || !product.limits().allowTenure(tenureMonths)) {
            throw new IllegalArgumentException(
                    "not lendable: " + amountPaise + " paise over " + tenureMonths + " months");
        }
        LocalDate day = LocalDate.ofInstant(at, product.zone());
        RateBand band = product.rateCard().forScore(score);
        LoanPrice price = LoanPrice.of(amountPaise, tenureMonths, band.rate(), product.fees(), day);
        KeyFactStatement statement = KeyFactStatement.of(loanId, product, price, day);
        return new PricedOffer(
                band.name(),
                band.rate().shown(),
                price.aprPercent(),
                price.emiPaise(),
                price.totalFeesPaise(),
                price.totalPayablePaise(),
                day,
                statement.text(),
                statement.hash());
    }

    /**
     * The terms of an offer.
     *
     * @param annualRatePercent with the decimals that it is shown with, like {@code aprPercent}
     * @param scheduleStart the day that the schedule counts from
     * @param statement the key fact statement, canonically rendered
     * @param statementHash its SHA-256 in hex
     */
    public record PricedOffer(
            String band,
            BigDecimal annualRatePercent,
            BigDecimal aprPercent,
            long emiPaise,
            long feesPaise,
            long totalPayablePaise,
            LocalDate scheduleStart,
            String statement,
            String statementHash) {}
}
