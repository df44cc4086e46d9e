package com.byajbook.platform.overload.gate;

import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.pipe.Pipe;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The gates of a process, wired by hand. */
public final class TestGates {

    private TestGates() {}

    /** Gates that protect, on the machine's clock. */
    public static Gates protecting() {
        return in(OverloadProperties.Mode.PROTECTED, new SimpleMeterRegistry());
    }

    /** Gates in a mode, on the machine's clock. */
    public static Gates in(OverloadProperties.Mode mode, MeterRegistry meters) {
        return with(mode, new LiveLimits(), new Pipe(), meters);
    }

    /** Gates whose limits and stages the test reads. */
    public static Gates with(OverloadProperties.Mode mode, LiveLimits limits, Pipe pipe, MeterRegistry meters) {
        return new Gates(properties(mode), limits, pipe, meters, System::nanoTime, Clock.systemUTC());
    }

    /** As configured where nothing is. */
    static OverloadProperties properties(OverloadProperties.Mode mode) {
        return new OverloadProperties(
                mode, Duration.ofMinutes(2), new OverloadProperties.DecisionLog(false, 4_096), Map.of());
    }
}
