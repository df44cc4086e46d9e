package com.byajbook.platform.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the database knows of limits, in one consistent reading.
 *
 * @param version the number of changes of all limits so far
 * @param now the database's clock: the replicas' own ones may differ, and an expiry is one moment for all of them
 */
record StoredState(long version, Instant now, Map<String, StoredLimit> limits) {

    static final StoredState NOTHING_READ = new StoredState(0, Instant.EPOCH, Map.of());

    StoredState {
        limits = Map.copyOf(limits);
    }

    Optional<StoredLimit> find(String name) {
        return Optional.ofNullable(limits.get(name));
    }

    /** What was to be reverted by then and has not been. */
    List<StoredLimit> expired(Instant then) {
        return limits.values().stream().filter(limit -> limit.isExpired(then)).toList();
    }
}
