package com.byajbook.loanengine.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * A version of the product. Every figure that a regulator or a product owner may change stands here and nowhere else; a loan
 * keeps the version and the terms that it was made with.
 *
 * @param version changes with any of the figures
 * @param zone where a calendar day begins
 * @param maxTenureMonths at most 36, the regulator's bound
 * @param gstPercent the tax on fees and on penal charges
 * @param indicativeBand the band that a quote assumes, before a score is known
 */
@Validated
@ConfigurationProperties("byajbook.product")
public record ProductProperties(
        @NotBlank String version,
        @NotNull ZoneId zone,
        @Positive long minAmountPaise,
        @Positive long maxAmountPaise,
        @Min(1) int minTenureMonths,
        @Min(1) @Max(36) int maxTenureMonths,
        @NotNull @PositiveOrZero BigDecimal gstPercent,
        @NotNull List<@Valid Fee> fees,
        @NotEmpty List<@Valid Band> bands,
        @NotBlank String indicativeBand,
        @NotNull @Valid Disclosure disclosure,
        @NotNull @Valid Underwriting underwriting) {

    /** Whoever reaches the cut-off must have a band of their own. */
    @AssertTrue(message = "the lowest band begins above the cut-off score")
    boolean isEveryLentScoreInABand() {
        return bands.stream().anyMatch(band -> band.minScore() <= underwriting.cutOffScore());
    }

    /** A loan that one borrower may never have is no product. */
    @AssertTrue(message = "the largest loan exceeds what one borrower may owe")
    boolean isLargestLoanWithinTheCap() {
        return maxAmountPaise <= underwriting.borrowerCapPaise();
    }

    /**
     * A fee, taken out of the disbursal.
     *
     * @param recipient {@code PLATFORM} or {@code THIRD_PARTY}
     * @param amountPercent of the loan's amount, on top of the flat part
     * @param gst whether the tax is added
     */
    public record Fee(
            @NotBlank String code,
            @NotBlank String label,
            @NotBlank String recipient,
            @PositiveOrZero long flatPaise,
            @NotNull @PositiveOrZero BigDecimal amountPercent,
            boolean gst) {}

    /** A band of risk: from this score on, this nominal rate. */
    public record Band(
            @NotBlank String name,
            @Min(300) @Max(900) int minScore,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal annualRatePercent) {}

    /** What the key fact statement says beside the price. */
    public record Disclosure(
            @PositiveOrZero int coolingOffDays,
            @Min(3) int validDays,
            @NotNull @PositiveOrZero BigDecimal penalPercentPerMonth,
            @PositiveOrZero long bounceChargePaise,
            @NotBlank String grievanceContact) {}

    /**
     * Who is lent to.
     *
     * @param cutOffScore the lowest bureau score
     * @param affordabilityPercent the share of the monthly income that all instalments together may take
     * @param borrowerCapPaise the most that one person may owe over all platforms, open offers included
     */
    public record Underwriting(
            @Min(300) @Max(900) int cutOffScore,
            @Min(1) @Max(100) int affordabilityPercent,
            @Positive @Max(100_000_000) long borrowerCapPaise) {}
}
