package com.byajbook.localstack.cli;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The audit of all services, as {@code GET /ops/limits/changes} answers.
 *
 * @param unread the services whose changes cannot be read at the moment
 */
record OpsChanges(List<Entry> changes, List<String> unread) {

    /** One change, by somebody or because its time was over. */
    record Entry(
            String service,
            Instant at,
            String limit,
            String kind,
            @Nullable Long from,
            @Nullable Long to,
            long version,
            String reason,
            String changedBy,
            @Nullable Instant expiresAt) {}
}
