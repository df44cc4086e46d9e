package com.byajbook.api.warmup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long a new replica rehearses before it is ready.
 *
 * @param longest after this it is ready whether or not it still gets faster; zero: no rehearsal
 * @param roundSize requests after which it looks whether it got faster
 * @param concurrency requests at a time
 */
@Validated
@ConfigurationProperties("byajbook.warm-up")
record WarmUpProperties(
        @NotNull Duration longest,
        @Min(1) @Max(10_000) int roundSize,
        @Min(1) @Max(256) int concurrency) {}
