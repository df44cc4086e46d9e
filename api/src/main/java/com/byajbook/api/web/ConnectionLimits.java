package com.byajbook.api.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What a client's connection may cost.
 *
 * @param maxConnections the most open connections; one more is closed at once
 * @param headTimeout the time from a request's first byte to the end of its headers
 * @param readTimeout the longest silence while a body arrives
 * @param requestTimeout the time in which the whole request must have arrived
 */
@Validated
@ConfigurationProperties("byajbook.web")
record ConnectionLimits(
        @Min(1) int maxConnections,
        @NotNull Duration headTimeout,
        @NotNull Duration readTimeout,
        @NotNull Duration requestTimeout) {}
