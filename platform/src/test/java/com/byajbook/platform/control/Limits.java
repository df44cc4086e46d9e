package com.byajbook.platform.control;

import com.byajbook.platform.limits.LimitUnit;
import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A limit of 8 between 1 and 64, and what is wanted of it. */
final class Limits {

    static final String WIDTH = "gate.intake.width";
    static final LiveLimit.Definition DEFINITION =
            new LiveLimit.Definition(WIDTH, LimitUnit.COUNT, 8, 1, 64, "Batches at once.");
    static final Instant NOW = Instant.parse("2026-11-08T12:00:00Z");

    private Limits() {}

    static LiveLimits defined() {
        LiveLimits limits = new LiveLimits();
        LiveLimit unused = limits.define(DEFINITION);
        return limits;
    }

    static long valueIn(LiveLimits limits) {
        return limits.find(WIDTH).orElseThrow().value();
    }

    static LimitChange to(@Nullable Long value, long version) {
        return new LimitChange(WIDTH, value, version, "Diwali", "asha", null);
    }

    static LimitChange forAWhile(long value, long version, Duration ttl) {
        return new LimitChange(WIDTH, value, version, "just a try", "asha", ttl);
    }
}
