package com.byajbook.platform.problem;

import java.time.Duration;

/**
 * What a caller who is shed is told.
 *
 * @param reason a stable code of who refused and why, as {@code intake.wait-too-long}
 * @param trafficClass the class of the request: critical, high, normal or low
 * @param estimatedWait how long it would have waited
 * @param limit the name of the limit that decided
 * @param limitValue its value now, in its own unit
 * @param retryAfter when it is worth to come back
 */
public record Overload(
        String reason,
        String trafficClass,
        Duration estimatedWait,
        String limit,
        long limitValue,
        Duration retryAfter) {}
