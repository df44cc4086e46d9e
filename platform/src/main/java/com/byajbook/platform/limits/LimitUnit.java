package com.byajbook.platform.limits;

/** What a limit counts. */
public enum LimitUnit {
    /** Things: requests, connections, messages. */
    COUNT("items"),
    /** Things in a second. */
    PER_SECOND("a second"),
    /** Milliseconds. */
    MILLIS("ms"),
    /** Hundredths. */
    PERCENT("%");

    private final String words;

    LimitUnit(String words) {
        this.words = words;
    }

    /** As it stands behind a number. */
    public String words() {
        return words;
    }
}
