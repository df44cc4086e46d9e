package com.byajbook.platform.control;

import com.byajbook.platform.pipe.Stage;
import java.util.List;

/** What a replica tells of itself once a second. */
record Heartbeat(ReplicaIdentity replica, long appliedVersion, List<Stage> stages) {

    Heartbeat {
        stages = List.copyOf(stages);
    }
}
