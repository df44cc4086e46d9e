package com.byajbook.platform.overload.admission;

import java.time.Duration;

/**
 * Why somebody was not let in, and when it is worth to come back.
 *
 * @param gate whose refusal it is
 * @param reason what was against it
 * @param trafficClass whom it hit
 * @param estimatedWait how long the wait would have been
 * @param limit the name of the live limit that decided, as {@code gate.intake.target.high}
 * @param limitValue its value, in milliseconds or items
 * @param retryAfter the appointment
 */
public record Refusal(
        String gate,
        Reason reason,
        TrafficClass trafficClass,
        Duration estimatedWait,
        String limit,
        long limitValue,
        Duration retryAfter) {}
