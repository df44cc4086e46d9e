package com.byajbook.paymentflow.mandates;

import com.byajbook.paymentflow.mandates.domain.MandatePolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of asking for mandates.
 *
 * @param every how often those that wait are looked for
 * @param batch the most of a round, and the most calls in flight
 * @param lease how long a mandate that was taken is left to whoever took it; longer than a round may last
 * @param approveWithin how long a payer has to approve
 * @param askEvery how long a request that is open is left alone, and the first pause after a silence
 * @param longestRetry the longest pause after silences
 */
@Validated
@ConfigurationProperties("byajbook.mandates")
public record MandatesSettings(
        @NotNull Duration every,
        @Min(1) @Max(500) int batch,
        @NotNull Duration lease,
        @NotNull Duration approveWithin,
        @NotNull Duration askEvery,
        @NotNull Duration longestRetry,
        @NotNull @Valid Consuming consuming) {

    /** A consumer: messages not yet acknowledged, messages a transaction, wait for more, transactions at once. */
    public record Consuming(
            @Min(1) int prefetch,
            @Min(1) int batch,
            @NotNull Duration linger,
            @Min(1) int concurrency) {}

    MandatePolicy policy() {
        return new MandatePolicy(approveWithin, askEvery, longestRetry, lease);
    }
}
