package com.byajbook.platform.control;

import com.byajbook.platform.limits.LiveLimit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows of a limit that was changed at least once.
 *
 * @param value what it was changed to; null gives it back to the configuration, so that a later release's figure counts
 * @param version the number of changes so far
 * @param expiresAt when it reverts; null when it stays
 * @param revertsTo what it reverts to; null gives it back to the configuration
 */
record StoredLimit(
        String name,
        @Nullable Long value,
        long version,
        String reason,
        String changedBy,
        Instant changedAt,
        @Nullable Instant expiresAt,
        @Nullable Long revertsTo) {

    /** Whether its time is over, reverted in the database or not. */
    boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    /** What is in force; a figure outside of today's bounds is not, the configuration's is. */
    long valueFor(LiveLimit.Definition limit, Instant now) {
        return isExpired(now) ? revertedFor(limit) : inside(limit, value);
    }

    /** What is in force when its time is over. */
    long revertedFor(LiveLimit.Definition limit) {
        return inside(limit, revertsTo);
    }

    private static long inside(LiveLimit.Definition limit, @Nullable Long figure) {
        return figure != null && limit.allows(figure) ? figure : limit.initial();
    }
}
