package com.byajbook.platform.control;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants of a limit.
 *
 * @param value the new value in the limit's unit; null gives it back to the configuration
 * @param version the version that the operator has seen
 * @param ttl after this it reverts by itself; null when it is to stay
 */
public record LimitChange(
        String name,
        @Nullable Long value,
        long version,
        String reason,
        String changedBy,
        @Nullable Duration ttl) {

    static final int MAX_REASON = 500;
    static final int MAX_CHANGED_BY = 200;
    static final Duration MAX_TTL = Duration.ofDays(7);

    public LimitChange {
        if (version < 0) {
            throw new IllegalArgumentException("version must not be negative");
        }
        if (!isWords(reason, MAX_REASON)) {
            throw new IllegalArgumentException(
                    "reason must be 1 to " + MAX_REASON + " characters without control characters");
        }
        if (!isWords(changedBy, MAX_CHANGED_BY)) {
            throw new IllegalArgumentException(
                    "changedBy must be 1 to " + MAX_CHANGED_BY + " characters without control characters");
        }
        if (ttl != null && (ttl.compareTo(Duration.ofSeconds(1)) < 0 || ttl.compareTo(MAX_TTL) > 0)) {
            throw new IllegalArgumentException(
                    "ttlSeconds must lie between 1 and " + MAX_TTL.toSeconds() + ", seven days");
        }
    }

    private static boolean isWords(String text, int max) {
        return !text.isBlank() && text.length() <= max && text.codePoints().noneMatch(Character::isISOControl);
    }
}
