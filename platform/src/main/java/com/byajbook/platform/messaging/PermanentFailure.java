package com.byajbook.platform.messaging;

import org.jspecify.annotations.Nullable;

/** A message that can never succeed: it is parked with this reason instead of being tried again. */
public final class PermanentFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PermanentFailure(String reason) {
        super(reason);
    }

    public PermanentFailure(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
