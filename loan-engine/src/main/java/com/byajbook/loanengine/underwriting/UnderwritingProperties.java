package com.byajbook.loanengine.underwriting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How fast applications are worked off; the rules themselves belong to the product.
 *
 * @param prefetch the most applications taken from the queue and not yet decided
 * @param batchSize the most applications decided in one transaction
 * @param concurrency the most transactions at once; each holds a connection
 * @param linger how long a batch waits to fill
 * @param bureauCalls the most bureau calls in flight for one batch
 * @param pricingThreads threads that compute prices
 */
@Validated
@ConfigurationProperties("byajbook.underwriting")
public record UnderwritingProperties(
        @Min(1) @Max(2_000) int prefetch,
        @Min(1) @Max(500) int batchSize,
        @Min(1) @Max(16) int concurrency,
        @NotNull Duration linger,
        @Min(1) @Max(500) int bureauCalls,
        @Min(1) @Max(64) int pricingThreads) {}
