package com.byajbook.platform.control;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where replicas tell that they live. */
interface ReplicaStore {

    /** This replica lives, has followed so far, and is as full as that. */
    Mono<Void> beat(Heartbeat heartbeat);

    /** This replica has followed so far; for those who wait for it right now. */
    Mono<Void> acknowledge(String replica, long version);

    /** Of the replicas heard of within the time, those that have followed the version. */
    Mono<Acks> acks(long version, Duration within);

    /** The replicas heard of within the time, by name. */
    Flux<ReplicaView> live(Duration within);

    /** This replica is leaving. */
    Mono<Void> leave(String replica);

    /** Forgets replicas that were silent for longer than this. */
    Mono<Void> forget(Duration silence);
}
