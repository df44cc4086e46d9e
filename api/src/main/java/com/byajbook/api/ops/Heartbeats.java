package com.byajbook.api.ops;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * How long each replica has been silent, by our own clock: the heartbeats carry the clocks of other machines, and comparing
 * those with ours would show a replica as dead because a clock is off.
 *
 * <p>Used by one thread after the other, never at the same time.
 */
final class Heartbeats {

    private final LongSupplier millis;
    private final Map<String, Heard> last = new HashMap<>();

    /** @param millis a clock that never goes back */
    Heartbeats(LongSupplier millis) {
        this.millis = millis;
    }

    /** How many milliseconds ago a heartbeat other than this one was seen; 0 for a replica not met before. */
    long silentMs(String replica, Instant heartbeat) {
        long now = millis.getAsLong();
        Heard heard = last.get(replica);
        if (heard == null || !heard.heartbeat().equals(heartbeat)) {
            last.put(replica, new Heard(heartbeat, now));
            return 0;
        }
        return now - heard.at();
    }

    /** Forgets those that are not there any more. */
    void keep(Set<String> replicas) {
        last.keySet().retainAll(replicas);
    }

    private record Heard(Instant heartbeat, long at) {}
}
