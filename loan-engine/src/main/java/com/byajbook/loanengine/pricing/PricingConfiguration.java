package com.byajbook.loanengine.pricing;

import com.byajbook.loanengine.pricing.domain.AnnualRate;
import com.byajbook.loanengine.pricing.domain.Disclosures;
import com.byajbook.loanengine.pricing.domain.Fee;
import com.byajbook.loanengine.pricing.domain.LoanLimits;
import com.byajbook.loanengine.pricing.domain.Product;
import com.byajbook.loanengine.pricing.domain.RateBand;
import com.byajbook.loanengine.pricing.domain.RateCard;
import com.byajbook.loanengine.pricing.usecase.ListInstalments;
import com.byajbook.loanengine.pricing.usecase.PriceOffer;
import com.byajbook.loanengine.pricing.usecase.QuoteLoan;
import com.byajbook.loanengine.product.ProductProperties;
import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the feature from the configured product; a product that makes no sense stops the start. */
@Configuration(proxyBeanMethods = false)
class PricingConfiguration {

    @Bean
    Product product(ProductProperties configured) {
        return new Product(
                configured.version(),
                new LoanLimits(
                        configured.minAmountPaise(),
                        configured.maxAmountPaise(),
                        configured.minTenureMonths(),
                        configured.maxTenureMonths()),
                rateCard(configured),
                configured.fees().stream().map(fee -> fee(fee, configured)).toList(),
                disclosures(configured),
                configured.zone());
    }

    @Bean
    QuoteLoan quoteLoan(Product product, Clock clock) {
        return new QuoteLoan(product, clock);
    }

    @Bean
    PriceOffer priceOffer(Product product) {
        return new PriceOffer(product);
    }

    @Bean
    ListInstalments listInstalments() {
        return new ListInstalments();
    }

    private static RateCard rateCard(ProductProperties configured) {
        return new RateCard(
                configured.bands().stream()
                        .map(band ->
                                new RateBand(band.name(), band.minScore(), new AnnualRate(band.annualRatePercent())))
                        .toList(),
                configured.indicativeBand());
    }

    private static Fee fee(ProductProperties.Fee fee, ProductProperties configured) {
        return new Fee(
                fee.code(),
                fee.label(),
                Fee.Recipient.valueOf(fee.recipient()),
                fee.flatPaise(),
                fee.amountPercent(),
                fee.gst() ? configured.gstPercent() : BigDecimal.ZERO);
    }

    private static Disclosures disclosures(ProductProperties configured) {
        ProductProperties.Disclosure disclosure = configured.disclosure();
        return new Disclosures(
                disclosure.coolingOffDays(),
                disclosure.validDays(),
                disclosure.penalPercentPerMonth(),
                disclosure.bounceChargePaise(),
                disclosure.grievanceContact());
    }
}
