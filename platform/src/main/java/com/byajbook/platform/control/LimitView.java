package com.byajbook.platform.control;

import com.byajbook.platform.limits.LimitUnit;
import com.byajbook.platform.limits.LiveLimit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A limit as an operator sees it.
 *
 * @param name unique in its service
 * @param unit what it counts
 * @param value what it is now
 * @param initial what the configuration says
 * @param min the least allowed value
 * @param max the largest allowed value
 * @param version grows with each change of this limit; 0 as long as it was never changed
 * @param words what it bounds, and what a change of it does
 * @param reason why it was changed last; null when it never was
 * @param changedBy who changed it last
 * @param changedAt when that was
 * @param expiresAt when it reverts by itself; null when it stays
 * @param revertsTo what it is after that; null when it stays
 */
public record LimitView(
        String name,
        LimitUnit unit,
        long value,
        long initial,
        long min,
        long max,
        long version,
        String words,
        @Nullable String reason,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        @Nullable Instant expiresAt,
        @Nullable Long revertsTo) {

    static LimitView of(LiveLimit.Definition limit, @Nullable StoredLimit stored, Instant now) {
        return new LimitView(
                limit.name(),
                limit.unit(),
                stored == null ? limit.initial() : stored.valueFor(limit, now),
                limit.initial(),
                limit.min(),
                limit.max(),
                stored == null ? 0 : stored.version(),
                limit.words(),
                stored == null ? null : stored.reason(),
                stored == null ? null : stored.changedBy(),
                stored == null ? null : stored.changedAt(),
                stored == null ? null : stored.expiresAt(),
                stored == null || stored.expiresAt() == null ? null : stored.revertedFor(limit));
    }
}
