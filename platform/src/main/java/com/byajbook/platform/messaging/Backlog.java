package com.byajbook.platform.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits in the outbox.
 *
 * @param size messages
 * @param oldest when the oldest was written; absent when nothing waits
 */
record Backlog(long size, @Nullable Instant oldest) {

    static final Backlog NONE = new Backlog(0, null);
}
