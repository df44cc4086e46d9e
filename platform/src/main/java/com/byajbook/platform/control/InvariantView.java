package com.byajbook.platform.control;

import org.jspecify.annotations.Nullable;

/**
 * What the last look at one invariant found.
 *
 * @param name stable; alarms and dashboards use it
 * @param words what must hold
 * @param looked how many were looked at
 * @param violations how many of them break it
 * @param example one that does; null when none does
 */
public record InvariantView(
        String name,
        String words,
        boolean holds,
        long looked,
        long violations,
        @Nullable String example) {}
