package com.byajbook.loadtests.load.traffic;

/** What an app does when it did not get what it wants. */
public enum Clients {
    /** It asks once. */
    ONCE(1),
    /** It asks again at once, three times, whatever it was told. */
    NAIVE(4),
    /** It comes back when it was told to, and a second later when nobody told it anything. */
    OBEDIENT(6);

    private static final long UNTOLD_MILLIS = 1_000;

    private final int mostAttempts;

    Clients(int mostAttempts) {
        this.mostAttempts = mostAttempts;
    }

    /** Whether it asks again after so many attempts. */
    public boolean asksAgainAfter(int attempts) {
        return attempts < mostAttempts;
    }

    /** How long it waits before it does, in milliseconds. @param promised the answer's Retry-After-Ms, negative for none */
    public long waitMillis(long promised) {
        if (this != OBEDIENT) {
            return 0;
        }
        return promised < 0 ? UNTOLD_MILLIS : promised;
    }
}
