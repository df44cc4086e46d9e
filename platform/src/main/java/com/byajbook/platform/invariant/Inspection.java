package com.byajbook.platform.invariant;

import java.time.Instant;
import java.util.List;

/** One look at everything. */
public record Inspection(Instant at, List<Inspected> invariants) {

    public Inspection {
        invariants = List.copyOf(invariants);
    }

    /** Whether all of it holds. */
    public boolean holds() {
        return invariants.stream().allMatch(Inspected::holds);
    }
}
