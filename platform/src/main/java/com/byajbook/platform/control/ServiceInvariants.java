package com.byajbook.platform.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must always hold in one service, and whether it did when it was looked at last.
 *
 * @param inspects whether the service looks at anything at all
 * @param at when the last look ended; null before the first
 */
public record ServiceInvariants(boolean inspects, @Nullable Instant at, List<InvariantView> invariants) {

    /** Of a service that looks at nothing. */
    public static final ServiceInvariants NONE = new ServiceInvariants(false, null, List.of());

    public ServiceInvariants {
        invariants = List.copyOf(invariants);
    }
}
