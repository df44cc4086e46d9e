package com.byajbook.platform.overload.gate;

import com.byajbook.platform.overload.admission.GateLimits;
import com.byajbook.platform.pipe.StageKind;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A gate that is to be made.
 *
 * @param name unique in its service, as {@code intake} or {@code pool.main}
 * @param kind where it stands in the pipe
 * @param limits what bounds it until somebody changes it
 * @param maxWidth the most that the width may be set to while it runs: what its resource really has
 * @param firstGuess the mean time in service until the first ones were measured
 * @param state one word when something about its resource is unusual, else empty
 */
public record GateDefinition(
        String name, StageKind kind, GateLimits limits, int maxWidth, Duration firstGuess, Supplier<String> state) {

    /** A gate of which nothing more is to be said than how busy it is. */
    public GateDefinition(String name, StageKind kind, GateLimits limits, int maxWidth, Duration firstGuess) {
        this(name, kind, limits, maxWidth, firstGuess, () -> "");
    }

    /** The same with other limits. */
    GateDefinition with(GateLimits changed) {
        return new GateDefinition(name, kind, changed, Math.max(maxWidth, changed.width()), firstGuess, state);
    }
}
