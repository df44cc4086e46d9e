package com.byajbook.api.ops;

import com.byajbook.platform.control.ReplicaView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What each service said last, for the moments in which it is late: under load one answer in some comes too late, and a
 * picture from which services vanish and return helps nobody. Their replicas age meanwhile, so nothing old looks live.
 *
 * <p>Used by one thread after the other, never at the same time.
 */
final class LastAnswers {

    private final LongSupplier millis;
    private final long keepMs;
    private final Map<String, Said> last = new HashMap<>();

    /**
     * @param millis a clock that never goes back
     * @param keepMs what is older than this is not used any more
     */
    LastAnswers(LongSupplier millis, long keepMs) {
        this.millis = millis;
        this.keepMs = keepMs;
    }

    void remember(String service, List<ReplicaView> replicas) {
        last.put(service, new Said(replicas, millis.getAsLong()));
    }

    /** Empty when it said nothing lately. */
    Optional<List<ReplicaView>> find(String service) {
        return Optional.ofNullable(last.get(service))
                .filter(said -> millis.getAsLong() - said.at() < keepMs)
                .map(Said::replicas);
    }

    private record Said(List<ReplicaView> replicas, long at) {}
}
