package com.byajbook.platform.control;

import java.util.Optional;
import java.util.Set;

/** The record of what each gate decided, for those who replay it. */
public interface DecisionDumps {

    /** The gates that keep one. */
    Set<String> gates();

    /** The decisions of a gate that are still remembered, as a log for {@code byajbook replay}; empty for an unknown gate. */
    Optional<byte[]> dump(String gate);
}
