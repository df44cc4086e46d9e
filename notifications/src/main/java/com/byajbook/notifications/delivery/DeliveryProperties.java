package com.byajbook.notifications.delivery;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of delivery; each holds for one channel.
 *
 * @param concurrency the most calls in flight at one gateway
 * @param window the most messages in memory; more wait in the database
 * @param claimBatch the most messages of one claim and of one write of results
 * @param lease how long a claimed message belongs to one process; longer than a full window takes
 * @param sweepEvery how often due messages are looked for
 * @param drain the longest wait at shutdown for calls in flight
 * @param backoffMin the pause after the first try that was not answered; it doubles up to {@code backoffMax}
 * @param pause after this a message is looked at again that met an open breaker; it costs no attempt
 * @param maxAttempts after so many tries a message has failed
 * @param giveUpAfter a message that is older has failed: it would not help any more
 * @param retention how long delivered and failed messages are kept
 */
@Validated
@ConfigurationProperties("byajbook.delivery")
public record DeliveryProperties(
        @Min(1) int concurrency,
        @Min(1) int window,
        @Min(1) int claimBatch,
        @NotNull Duration lease,
        @NotNull Duration sweepEvery,
        @NotNull Duration drain,
        @NotNull Duration backoffMin,
        @NotNull Duration backoffMax,
        @NotNull Duration pause,
        @Min(1) int maxAttempts,
        @NotNull Duration giveUpAfter,
        @NotNull Duration retention) {}
