package com.byajbook.loadtests.load.traffic;

import java.util.Locale;

/** What the platform takes a request for; what matters most comes first. */
public enum TrafficClass {
    /** Payments and whether they went through. */
    CRITICAL(1_000),
    /** Loan applications. */
    HIGH(1_000),
    /** How my loan is. */
    NORMAL(500),
    /** Quotes and lists. */
    LOW(500);

    private final int promiseMillis;

    TrafficClass(int promiseMillis) {
        this.promiseMillis = promiseMillis;
    }

    /** Within how many milliseconds of its intended start an answer is worth something, unless the run says otherwise. */
    public int promiseMillis() {
        return promiseMillis;
    }

    /** By its name on a command line, for example {@code critical}. */
    public static TrafficClass of(String name) {
        return valueOf(name.strip().toUpperCase(Locale.ROOT));
    }
}
