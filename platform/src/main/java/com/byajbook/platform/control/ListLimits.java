package com.byajbook.platform.control;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What the limits of this service are, as stored; while the database is away, as this replica last read them. */
public final class ListLimits {

    private static final Logger log = LoggerFactory.getLogger(ListLimits.class);

    private final FollowLimits following;
    private final AppliedLimits applied;
    private final ReplicaIdentity replica;

    ListLimits(FollowLimits following, AppliedLimits applied, ReplicaIdentity replica) {
        this.following = following;
        this.applied = applied;
        this.replica = replica;
    }

    /** The name of this service, by which operators ask for it. */
    public String service() {
        return replica.service();
    }

    /** All of them, by name. */
    public Mono<ServiceLimits> all() {
        return fresh().then(Mono.fromSupplier(() -> new ServiceLimits(service(), applied.views())));
    }

    /** One of them; empty when this service has no limit of that name. */
    public Mono<LimitView> find(String name) {
        return fresh().then(Mono.fromSupplier(() -> applied.view(name))).flatMap(Mono::justOrEmpty);
    }

    /** One of them; {@link com.byajbook.platform.problem.Failure.NotFound} when this service has no limit of that name. */
    public Mono<LimitView> get(String name) {
        return find(name).switchIfEmpty(Mono.error(() -> ChangeOutcome.unknownLimit(name)));
    }

    private Mono<Void> fresh() {
        return following.follow().then().onErrorResume(Exception.class, e -> {
            log.warn("The stored limits cannot be read ({}); those of the last reading are shown", e.toString());
            return Mono.empty();
        });
    }
}
