package com.byajbook.localstack.sandbox.partner;

import com.byajbook.localstack.sandbox.http.BadInput;
import com.byajbook.localstack.sandbox.http.Check;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How a partner behaves right now.
 *
 * @param latencyMs every answer comes at least this late; the effect has already happened by then
 * @param jitterMs up to this much is added at random
 * @param errorRate share of requests answered with 500, from 0 to 1
 * @param errorAfterEffect true: an injected error hides an effect that took place; false: nothing took place
 * @param outage NONE, or a partner that is away
 */
public record Faults(int latencyMs, int jitterMs, double errorRate, boolean errorAfterEffect, Outage outage) {
    private static final int MAX_MS = 600_000;

    /** A healthy partner. */
    public static final Faults NONE = new Faults(0, 0, 0, false, Outage.NONE);

    /** How a partner is away. */
    public enum Outage {
        /** It is there. */
        NONE,
        /** Each request gets 503 at once. */
        REFUSE,
        /** No request is ever answered. */
        HANG
    }

    /** A change over HTTP; absent fields stay as they are. */
    public record Change(
            @Nullable Long latencyMs,
            @Nullable Long jitterMs,
            @Nullable Double errorRate,
            @Nullable Boolean errorAfterEffect,
            @Nullable String outage) {

        Faults onto(Faults current) {
            double rate = errorRate == null ? current.errorRate : errorRate;
            if (!(rate >= 0 && rate <= 1)) {
                throw new BadInput("Field 'errorRate' must be a number from 0 to 1.");
            }
            return new Faults(
                    (int) Check.withinOr("latencyMs", latencyMs, 0, MAX_MS, current.latencyMs),
                    (int) Check.withinOr("jitterMs", jitterMs, 0, MAX_MS, current.jitterMs),
                    rate,
                    errorAfterEffect == null ? current.errorAfterEffect : errorAfterEffect,
                    Check.oneOf("outage", outage, Outage.class, current.outage));
        }
    }

    boolean drawsError() {
        return errorRate > 0 && ThreadLocalRandom.current().nextDouble() < errorRate;
    }

    Duration drawLatency() {
        int extra = jitterMs == 0 ? 0 : ThreadLocalRandom.current().nextInt(jitterMs + 1);
        return Duration.ofMillis((long) latencyMs + extra);
    }
}
