package com.byajbook.platform.overload.simulation;

/** What a client does that was not served. */
enum Behaviour {
    /** Goes away. */
    RESIGNED,
    /** Tries three times more, at once. */
    NAIVE,
    /** Comes back when it was told to, until it is served. */
    OBEDIENT,
    /** Comes back after a second, until it is served. */
    EVERY_SECOND
}
