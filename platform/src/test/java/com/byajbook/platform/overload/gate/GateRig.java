package com.byajbook.platform.overload.gate;

import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.overload.admission.GateLimits;
import com.byajbook.platform.pipe.Pipe;
import com.byajbook.platform.pipe.StageKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** One gate on a clock that only the test moves, with targets that nothing but a deadline of its own exceeds. */
final class GateRig {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicLong nanos = new AtomicLong(1_000_000_000L);
    private final Gate gate;

    GateRig(int width, int maxQueued) {
        this(OverloadProperties.Mode.PROTECTED, width, maxQueued);
    }

    GateRig(OverloadProperties.Mode mode, int width, int maxQueued) {
        Gates gates = new Gates(
                TestGates.properties(mode),
                new LiveLimits(),
                new Pipe(),
                new SimpleMeterRegistry(),
                nanos::get,
                clock());
        GateLimits limits =
                new GateLimits(width, maxQueued, new GateLimits.Targets(LONG, LONG, LONG, LONG), 0, Duration.ZERO);
        this.gate = gates.define(
                new GateDefinition("tested", StageKind.POOL, limits, Math.max(width, 100), Duration.ofNanos(1_000)));
    }

    Gate gate() {
        return gate;
    }

    Instant now() {
        return clock().instant();
    }

    void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochSecond(0, nanos.get());
            }
        };
    }
}
