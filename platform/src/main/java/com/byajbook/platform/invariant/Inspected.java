package com.byajbook.platform.invariant;

import org.jspecify.annotations.Nullable;

/**
 * What one look at one invariant found.
 *
 * @param looked how many were looked at
 * @param violations how many of them break it
 * @param example one that does; null when none does
 */
public record Inspected(
        Invariant invariant,
        long looked,
        long violations,
        @Nullable String example) {

    /** Whether it holds. */
    public boolean holds() {
        return violations == 0;
    }
}
