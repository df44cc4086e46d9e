package com.byajbook.platform.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit.
 *
 * @param at when it was stored, by the database's clock
 * @param limit the limit's name
 * @param kind wanted by somebody, or reverted because its time was over
 * @param from the value before; null when the service did not know the limit any more
 * @param to the value after
 * @param version the limit's own version after it
 * @param reason why
 * @param changedBy who
 * @param expiresAt when it was to revert; null when it was to stay
 */
public record ChangeView(
        Instant at,
        String limit,
        ChangeKind kind,
        @Nullable Long from,
        @Nullable Long to,
        long version,
        String reason,
        String changedBy,
        @Nullable Instant expiresAt) {}
