package com.byajbook.api.live;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of live streams.
 *
 * @param heartbeat how often a comment says that the stream lives, and a lost nudge is made up for
 * @param maxLifetime after this a stream ends with {@code reconnect}, so that streams spread over replicas again
 * @param maxStreams the most streams of one replica
 * @param reconnectMin the shortest time a client is asked to wait before it reconnects; at most twice this
 */
@Validated
@ConfigurationProperties("byajbook.live")
record LiveLimits(
        @NotNull Duration heartbeat,
        @NotNull Duration maxLifetime,
        @Min(1) int maxStreams,
        @NotNull Duration reconnectMin) {}
