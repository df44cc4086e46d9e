package com.byajbook.loadtests.verdict;

/** One broken promise. */
public record Finding(Kind kind, String what) {

    /** In which way it is broken. */
    public enum Kind {
        /** A 202 was given and the effect, or a part of it, is not there. */
        LOST,
        /** Something happened twice. */
        DOUBLED,
        /** Something happened that no client was told of, or was told would not. */
        UNEXPLAINED,
        /** Two places tell different stories. */
        CONTRADICTORY,
        /** Something is left where nothing should be. */
        LEFT_OVER
    }

    @Override
    public String toString() {
        return kind + ": " + what;
    }
}
