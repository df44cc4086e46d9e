package com.byajbook.api.projection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the present is kept in Redis.
 *
 * @param statusLifetime how long a status is kept after its last change
 * @param eventsLifetime how long a user's events are kept after the last one
 * @param maxEvents the most events that are kept for a user
 * @param readBatch the most events that one read takes
 * @param writesInFlight the most updates that are on their way to Redis
 */
@Validated
@ConfigurationProperties("byajbook.projection")
record ProjectionLimits(
        @NotNull Duration statusLifetime,
        @NotNull Duration eventsLifetime,
        @Min(1) @Max(10_000) int maxEvents,
        @Min(1) @Max(1_000) int readBatch,
        @Min(1) @Max(256) int writesInFlight) {}
