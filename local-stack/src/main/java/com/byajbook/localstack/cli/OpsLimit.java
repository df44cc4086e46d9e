package com.byajbook.localstack.cli;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A live limit as the api's ops port tells of it. */
record OpsLimit(
        String name,
        String unit,
        long value,
        long initial,
        long min,
        long max,
        long version,
        @Nullable String words,
        @Nullable String reason,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        @Nullable Instant expiresAt,
        @Nullable Long revertsTo) {

    /** As it stands behind a number; a unit of a later version as it comes. */
    String unitWords() {
        return switch (unit) {
            case "COUNT" -> "items";
            case "PER_SECOND" -> "a second";
            case "MILLIS" -> "ms";
            case "PERCENT" -> "%";
            default -> unit;
        };
    }

    String withUnit(long figure) {
        return figure + " " + unitWords();
    }

    String bounds() {
        return min + " to " + max;
    }
}
