package com.byajbook.api.ops;

import com.byajbook.platform.pipe.Stage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole pipe in one moment.
 *
 * @param at when it was put together
 * @param bottleneck what holds the work back; null when nothing does
 */
record Picture(Instant at, List<Part> services, @Nullable Bottleneck bottleneck) {

    Picture {
        services = List.copyOf(services);
    }

    /**
     * One service in it.
     *
     * @param replicas those that live; none when the service could not be asked
     * @param problem why it could not be asked; null when it answered
     */
    record Part(
            String service,
            List<Replica> replicas,
            @Nullable String problem) {

        Part {
            replicas = List.copyOf(replicas);
        }
    }

    /**
     * One process.
     *
     * @param seenAt when its last heartbeat came, by its service's own clock
     * @param silentMs how long no new heartbeat has been seen, by the api's clock
     * @param appliedVersion the changes of limits that it has followed
     */
    record Replica(String replica, Instant seenAt, long silentMs, long appliedVersion, List<Stage> stages) {

        Replica {
            stages = List.copyOf(stages);
        }
    }
}
