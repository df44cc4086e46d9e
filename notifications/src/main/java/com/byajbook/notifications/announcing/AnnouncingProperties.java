package com.byajbook.notifications.announcing;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How fast events are taken in.
 *
 * @param prefetch the most events that were delivered and not yet acknowledged
 * @param batchSize the most events of one transaction
 * @param linger how long a batch waits for more
 * @param concurrency the most transactions at once
 */
@Validated
@ConfigurationProperties("byajbook.announcing")
public record AnnouncingProperties(
        @Min(1) int prefetch,
        @Min(1) int batchSize,
        @NotNull Duration linger,
        @Min(1) int concurrency) {}
