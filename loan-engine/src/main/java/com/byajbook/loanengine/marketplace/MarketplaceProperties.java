package com.byajbook.loanengine.marketplace;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Funding.
 *
 * @param openFor how long a loan stays before lenders; money may not lie in escrow for longer than a day
 * @param holdMargin how much longer than its listing a hold lasts
 * @param minPaise the least that a lender puts in, unless it is exactly what is left
 * @param lenderCapPaise the most that one lender may have promised and lent, the regulator's bound
 * @param pairCapPaise the most that one lender may have promised and lent to one borrower, the regulator's bound
 * @param mostLenders the most commitments that one loan may have; one disbursal names no more than 1,000
 * @param commands how fast wishes are worked off
 * @param replies how fast answers about money are worked off
 * @param sweep how often is looked for what its time has passed
 * @param pages of listings and commitments
 */
@Validated
@ConfigurationProperties("byajbook.marketplace")
public record MarketplaceProperties(
        @NotNull Duration openFor,
        @NotNull Duration holdMargin,
        @Positive long minPaise,
        @Positive @Max(500_000_000) long lenderCapPaise,
        @Positive @Max(5_000_000) long pairCapPaise,
        @Min(1) @Max(1_000) int mostLenders,
        @NotNull @Valid Pace commands,
        @NotNull @Valid Pace replies,
        @NotNull @Valid Sweep sweep,
        @NotNull @Valid Paging pages) {

    /**
     * How fast a queue is worked off.
     *
     * @param prefetch the most messages taken from the queue and not yet settled
     * @param batchSize the most messages in one transaction
     * @param concurrency the most transactions at once; each holds a connection
     * @param linger how long a batch waits to fill
     */
    public record Pace(
            @Min(1) @Max(2_000) int prefetch,
            @Min(1) @Max(500) int batchSize,
            @Min(1) @Max(16) int concurrency,
            @NotNull Duration linger) {}

    /**
     * Looking for what its time has passed.
     *
     * @param every how often
     * @param batch the most loans that end in one transaction
     * @param longest after which a look is given up
     */
    public record Sweep(
            @NotNull Duration every,
            @Min(1) @Max(500) int batch,
            @NotNull Duration longest) {}

    /**
     * Paging.
     *
     * @param cursorKey the secret that cursors are sealed with, at least 16 characters, the same in every replica
     * @param defaultSize items a page where the caller does not say
     * @param largestSize the most items a page
     */
    public record Paging(
            @NotNull @Size(min = 16) String cursorKey,
            @Min(1) @Max(100) int defaultSize,
            @Min(1) @Max(500) int largestSize) {}
}
