package com.byajbook.platform.overload.fairness;

import java.time.Duration;

/**
 * Why one user has to wait, whatever the others do.
 *
 * @param limit the name of the live limit that decided, {@code user.rate} or {@code user.in-flight}
 * @param limitValue its value, a second or at once
 * @param retryAfter when it is worth to come back
 */
public record UserRefusal(String limit, long limitValue, Duration retryAfter) {

    static final String RATE = "user.rate";
    static final String IN_FLIGHT = "user.in-flight";
}
