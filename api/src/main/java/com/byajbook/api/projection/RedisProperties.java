package com.byajbook.api.projection;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where Redis is and how little it may cost.
 *
 * @param url {@code redis://host:port}
 * @param timeout the longest wait for an answer; slower is as good as down, and the read goes to the owner
 * @param connectTimeout the longest wait for a connection, which is tried in the background
 * @param maxQueuedCommands the most commands that wait for their answer; one more is refused
 */
@Validated
@ConfigurationProperties("spring.data.redis")
record RedisProperties(
        @NotBlank String url,
        @NotNull Duration timeout,
        @NotNull Duration connectTimeout,
        @Min(1) int maxQueuedCommands) {}
