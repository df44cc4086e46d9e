package com.byajbook.platform.control;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The body of a PUT on a limit, as it comes from outside.
 *
 * @param value the new value in the limit's unit; left out when {@code reset} is true
 * @param reset true gives the limit back to the configuration
 * @param version the version that the caller has seen, 0 for a limit that was never changed
 * @param reason why, in words that still make sense in a month
 * @param ttlSeconds after this it reverts by itself; left out when it is to stay
 * @param changedBy who wants it; a surface that authenticated the caller says so with {@link #by}
 */
public record LimitOrder(
        @Nullable Long value,
        @Nullable Boolean reset,
        @Nullable Long version,
        @Nullable String reason,
        @Nullable Long ttlSeconds,
        @Nullable String changedBy) {

    /** The same order, given by somebody who is known. */
    public LimitOrder by(String who) {
        return new LimitOrder(value, reset, version, reason, ttlSeconds, who);
    }

    /**
     * What is wanted.
     *
     * @throws Failure when a field is missing or out of its bounds
     */
    public LimitChange toChange(String name) {
        boolean resets = Boolean.TRUE.equals(reset);
        if (resets == (value != null)) {
            throw invalid("Give either value, or reset: true to return to the configuration.");
        }
        try {
            return new LimitChange(
                    name,
                    value,
                    given("version", version),
                    given("reason", reason).strip(),
                    given("changedBy", changedBy),
                    ttlSeconds == null ? null : Duration.ofSeconds(ttlSeconds));
        } catch (IllegalArgumentException e) {
            throw invalid(e.getMessage() + ".");
        }
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw invalid(field + " is missing.");
        }
        return value;
    }

    private static Failure invalid(String detail) {
        return Failure.invalid(ProblemType.INVALID_FIELD, detail);
    }
}
