package com.byajbook.loadtests.harness;

import org.jspecify.annotations.Nullable;

/** Something of the run's own cannot go on; the message says what and what to do, for people. */
public final class HarnessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HarnessException(String message) {
        super(message);
    }

    public HarnessException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
