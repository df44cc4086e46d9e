package com.byajbook.platform.control;

/** A service that looks at its invariants while it runs says here what it found. */
@FunctionalInterface
public interface ReadInvariants {

    /** What the last look found, from memory. */
    ServiceInvariants latest();
}
