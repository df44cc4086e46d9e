package com.byajbook.platform.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The header with which a caller says how long it will wait. The one place that reads it. */
public final class RequestTimeout {

    /** Milliseconds from 1 to {@link #MAX_MILLIS}. */
    public static final String HEADER = "Request-Timeout-Ms";

    public static final int MAX_MILLIS = 300_000;
    private static final int MAX_DIGITS = 6;

    private RequestTimeout() {}

    /** The deadline of a request that came now, or null when the value means nothing. */
    public static @Nullable Deadline read(String given, Instant now) {
        int length = given.length();
        if (length == 0 || length > MAX_DIGITS) {
            return null;
        }
        int millis = 0;
        for (int i = 0; i < length; i++) {
            int digit = given.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            millis = millis * 10 + digit;
        }
        return millis < 1 || millis > MAX_MILLIS ? null : new Deadline(now.plusMillis(millis));
    }
}
