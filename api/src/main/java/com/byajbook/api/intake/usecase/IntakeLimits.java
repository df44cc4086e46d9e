package com.byajbook.api.intake.usecase;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of the acceptance point.
 *
 * @param mode how requests become transactions
 * @param maxBatch the most commands in one transaction
 * @param linger how long the first command of a batch waits for company while a slot is free
 * @param maxQueued the most commands that wait for a batch; the next one is refused
 * @param maxInFlight the most transactions at the same time
 * @param commitTimeout after this the outcome of a transaction counts as unknown; the transaction itself is left alone
 * @param maxBacklog the most accepted commands that the broker has not confirmed yet; beyond it nothing is accepted
 * @param backlogInterval how often the backlog is measured
 * @param keyRetention how long a key is remembered
 * @param cleanUpInterval how often forgotten keys are deleted
 * @param cleanUpRows the most rows that one clean-up statement deletes
 */
@Validated
@ConfigurationProperties("byajbook.intake")
public record IntakeLimits(
        @NotNull Mode mode,
        @Min(1) @Max(2_000) int maxBatch,
        @NotNull Duration linger,
        @Min(1) int maxQueued,
        @Min(1) @Max(64) int maxInFlight,
        @NotNull Duration commitTimeout,
        @Min(1) int maxBacklog,
        @NotNull Duration backlogInterval,
        @NotNull Duration keyRetention,
        @NotNull Duration cleanUpInterval,
        @Min(1) @Max(50_000) int cleanUpRows) {

    /** How requests become transactions. */
    public enum Mode {
        /** Commands of concurrent requests share a transaction. */
        GROUP_COMMIT,
        /** Each has its own: the arm that the benchmark compares with. */
        TRANSACTION_PER_REQUEST
    }
}
