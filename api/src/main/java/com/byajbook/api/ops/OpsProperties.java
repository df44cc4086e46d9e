package com.byajbook.api.ops;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of the ops surface.
 *
 * @param services the other services by name, and where each has its control plane
 * @param maxConnections the most connections to each of them, apart from those of the requests, so that an operator gets
 *     through when these queue
 * @param period how often all services are asked, once for all who watch
 * @param deadline how long one service may take to answer; then it is shown as unreachable
 * @param changeDeadline how long a change of a limit may take, the wait for all replicas included
 * @param silentAfter a replica without a heartbeat for so long is not taken for the bottleneck
 * @param maxViewers the most open streams of pictures
 * @param longestView the longest such stream; the console opens a new one
 */
@Validated
@ConfigurationProperties("byajbook.ops")
record OpsProperties(
        @NotNull Map<String, URI> services,
        @Min(1) @Max(100) int maxConnections,
        @NotNull Duration period,
        @NotNull Duration deadline,
        @NotNull Duration changeDeadline,
        @NotNull Duration silentAfter,
        @Min(1) @Max(1000) int maxViewers,
        @NotNull Duration longestView) {}
