package com.byajbook.platform.control;

import reactor.core.publisher.Mono;

/** Which replicas of this service live, what they have applied, and how full their stages are. */
public final class ListReplicas {

    private final ReplicaStore replicas;
    private final ReplicaIdentity replica;
    private final ControlProperties properties;

    ListReplicas(ReplicaStore replicas, ReplicaIdentity replica, ControlProperties properties) {
        this.replicas = replicas;
        this.replica = replica;
        this.properties = properties;
    }

    /** Those that were heard of lately ({@code byajbook.control.gone-after}); fails while the database is away. */
    public Mono<ServiceReplicas> live() {
        return replicas.live(properties.goneAfter())
                .collectList()
                .map(live -> new ServiceReplicas(replica.service(), live));
    }
}
