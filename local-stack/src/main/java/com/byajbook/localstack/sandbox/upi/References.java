package com.byajbook.localstack.sandbox.upi;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * References (UTRs) of a prefix and twelve digits that never repeat, even after a restart: milliseconds since 2020, or one more
 * than the last. Unique as long as fewer than 1,000 a second are drawn over a run's whole life. Two with different prefixes
 * never draw the same.
 */
final class References {
    private static final long EPOCH_MS = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();

    private final String prefix;
    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    /** The prefix must not end in a digit, so that no reference of another prefix looks the same. */
    References(String prefix, Clock clock) {
        this.prefix = prefix;
        this.clock = clock;
    }

    String next() {
        long now = clock.millis() - EPOCH_MS;
        return prefix + "%012d".formatted(last.updateAndGet(previous -> Math.max(previous + 1, now)));
    }
}
