package com.byajbook.platform.control;

import org.jspecify.annotations.Nullable;

/**
 * A limit's next state and the audit entry that goes with it.
 *
 * @param next stands one version above what it replaces, and replaces nothing else
 * @param from the value that was in force
 * @param to the value that is in force then
 */
record LimitWrite(
        StoredLimit next,
        ChangeKind kind,
        @Nullable Long from,
        @Nullable Long to) {

    /** The version that this write replaces; 0 when there is none yet. */
    long expectedVersion() {
        return next.version() - 1;
    }
}
