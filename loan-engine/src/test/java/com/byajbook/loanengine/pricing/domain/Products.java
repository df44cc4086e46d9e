package com.byajbook.loanengine.pricing.domain;

import com.byajbook.loanengine.pricing.domain.Fee.Recipient;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/** Products for tests. */
public final class Products {

    private Products() {}

    /** Two bands, 15 % and 24 %; a fee of each kind; loans of 1,000 to 10 lakh rupees over 3 to 36 months. */
    public static Product ordinary() {
        BigDecimal gst = new BigDecimal("18");
        return with(List.of(
                new Fee("PROCESSING", "Processing fee", Recipient.PLATFORM, 0, new BigDecimal("1.5"), gst),
                new Fee("REPORT", "Bureau \"report\"", Recipient.THIRD_PARTY, 50_00, BigDecimal.ZERO, gst)));
    }

    static Product with(List<Fee> fees) {
        return with(fees, new Disclosures(3, 7, new BigDecimal("2"), 250_00, "grievance@byajbook.example"));
    }

    static Product with(List<Fee> fees, Disclosures disclosures) {
        return new Product(
                "test-1",
                new LoanLimits(1_000_00, 10_00_000_00, 3, 36),
                new RateCard(
                        List.of(
                                new RateBand("GOOD", 750, AnnualRate.ofPercent("15")),
                                new RateBand("FAIR", 650, AnnualRate.ofPercent("24"))),
                        "GOOD"),
                fees,
                disclosures,
                ZoneId.of("Asia/Kolkata"));
    }
}
