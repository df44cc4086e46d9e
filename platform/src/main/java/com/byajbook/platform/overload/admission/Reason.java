package com.byajbook.platform.overload.admission;

import java.util.Locale;

/** Why somebody was not let in. */
public enum Reason {
    /** The wait would be longer than its class is promised. */
    WAIT_TOO_LONG,
    /** The wait would outlast the request's own deadline. */
    DEADLINE_TOO_NEAR,
    /** As many wait as may, and nobody of a lower class is among them. */
    QUEUE_FULL,
    /** It waited, and more important work took its place. */
    DISPLACED,
    /** It waited, and the time it had is over. */
    EXPIRED;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As it stands in problem bodies, metrics and logs. */
    public String code() {
        return code;
    }
}
