package com.byajbook.platform.control;

import java.util.List;

/** The live replicas of one service. */
public record ServiceReplicas(String service, List<ReplicaView> replicas) {

    public ServiceReplicas {
        replicas = List.copyOf(replicas);
    }
}
