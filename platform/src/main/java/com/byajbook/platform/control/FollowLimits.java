package com.byajbook.platform.control;

import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings this replica to what is stored, reverts what has expired for all of them, and says how far it is. */
final class FollowLimits {

    private static final Logger log = LoggerFactory.getLogger(FollowLimits.class);

    private final LiveLimits limits;
    private final LimitStore store;
    private final ReplicaStore replicas;
    private final AppliedLimits applied;
    private final ReplicaIdentity replica;
    private final ControlMeter meter;

    FollowLimits(
            LiveLimits limits,
            LimitStore store,
            ReplicaStore replicas,
            AppliedLimits applied,
            ReplicaIdentity replica,
            ControlMeter meter) {
        this.limits = limits;
        this.store = store;
        this.replicas = replicas;
        this.applied = applied;
        this.replica = replica;
        this.meter = meter;
    }

    /** What is stored, applied here; nothing in it has expired. */
    Mono<StoredState> follow() {
        return store.read().flatMap(this::withoutExpired).flatMap(this::apply);
    }

    private Mono<StoredState> withoutExpired(StoredState read) {
        return Flux.fromIterable(read.expired(read.now()))
                .concatMap(expired -> revert(expired, read))
                .then(Mono.defer(() -> read.expired(read.now()).isEmpty() ? Mono.just(read) : store.read()));
    }

    /** Another replica may be quicker: then nothing is written here, and what it wrote is read. */
    private Mono<Long> revert(StoredLimit expired, StoredState read) {
        LiveLimit.@Nullable Definition limit =
                limits.find(expired.name()).map(LiveLimit::definition).orElse(null);
        return store.write(ChangeRules.reverted(limit, expired, read.now())).doOnNext(version -> reverted(expired));
    }

    private void reverted(StoredLimit expired) {
        meter.changed(ChangeKind.REVERTED);
        log.info("{} is reverted: its time ended at {}", expired.name(), expired.expiresAt());
    }

    private Mono<StoredState> apply(StoredState read) {
        return applied.follow(read) ? acknowledge(read).thenReturn(read) : Mono.just(read);
    }

    private Mono<Void> acknowledge(StoredState read) {
        return replicas.acknowledge(replica.id(), read.version()).onErrorResume(Exception.class, e -> {
            log.warn("Version {} is applied, the next heartbeat tells so ({})", read.version(), e.toString());
            return Mono.empty();
        });
    }
}
