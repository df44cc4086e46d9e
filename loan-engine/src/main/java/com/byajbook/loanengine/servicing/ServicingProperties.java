package com.byajbook.loanengine.servicing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How loans are serviced, as far as the product does not say it.
 *
 * @param prefetch the most repayments taken from the queue and not yet allocated
 * @param batchSize the most repayments allocated in one transaction
 * @param concurrency the most transactions at once; each holds a connection
 * @param linger how long a batch waits to fill
 * @param allocationOrder in which order money pays what is owed, of loans that are paid out from now on: passes with their
 *     components, {@code PENALTY FEE INTEREST, PRINCIPAL}
 * @param defaultPage lines a page where the caller does not say
 * @param largestPage the most lines a page
 */
@Validated
@ConfigurationProperties("byajbook.servicing")
public record ServicingProperties(
        @Min(1) @Max(2_000) int prefetch,
        @Min(1) @Max(500) int batchSize,
        @Min(1) @Max(16) int concurrency,
        @NotNull Duration linger,
        @NotBlank String allocationOrder,
        @Min(1) @Max(100) int defaultPage,
        @Min(1) @Max(500) int largestPage,
        @NotNull @Valid DayEnd dayEnd) {

    /**
     * The end of a day.
     *
     * @param enabled whether this replica does it by itself
     * @param afterMidnight how long after midnight of the product's zone; payments of the evening arrive before it
     * @param every how often it is looked whether a day is to be ended
     * @param batchSize the most accounts in one transaction
     */
    public record DayEnd(
            boolean enabled,
            @NotNull Duration afterMidnight,
            @NotNull Duration every,
            @Min(1) @Max(2_000) int batchSize) {}
}
