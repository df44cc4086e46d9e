package com.byajbook.platform.control;

import com.byajbook.platform.pipe.Stage;
import java.time.Instant;
import java.util.List;

/**
 * One process of the service, as its last heartbeat told.
 *
 * @param replica service, host, process id and a random part
 * @param startedAt when the process started
 * @param seenAt when the heartbeat came, by the database's clock
 * @param appliedVersion the changes of limits that it has followed, out of all that were made
 * @param stages its stages, in the order in which work passes them
 */
public record ReplicaView(String replica, Instant startedAt, Instant seenAt, long appliedVersion, List<Stage> stages) {

    public ReplicaView {
        stages = List.copyOf(stages);
    }
}
