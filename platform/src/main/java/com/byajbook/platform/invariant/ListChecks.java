package com.byajbook.platform.invariant;

import java.util.List;

/** A service that has one of these looks at its invariants while it runs: the run, the metrics and the answers come with it. */
@FunctionalInterface
public interface ListChecks {

    /** Each with a name of its own, in the order in which they are looked at. */
    List<Check> list();
}
