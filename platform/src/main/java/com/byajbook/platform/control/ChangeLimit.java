package com.byajbook.platform.control;

import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Changes one limit of this service on all of its replicas, and tells how many have followed. */
public final class ChangeLimit {

    private static final Logger log = LoggerFactory.getLogger(ChangeLimit.class);

    private final LiveLimits limits;
    private final FollowLimits following;
    private final LimitStore store;
    private final ReplicaStore replicas;
    private final ControlProperties properties;
    private final ControlMeter meter;

    ChangeLimit(
            LiveLimits limits,
            FollowLimits following,
            LimitStore store,
            ReplicaStore replicas,
            ControlProperties properties,
            ControlMeter meter) {
        this.limits = limits;
        this.following = following;
        this.store = store;
        this.replicas = replicas;
        this.properties = properties;
        this.meter = meter;
    }

    /**
     * What became of the wish. A caller that leaves does not undo it: the change goes on, and the audit has it.
     *
     * <p>An error says that the database did not answer; the change may be stored then. Trying again is safe: with the
     * same version it counts at most once.
     */
    public Mono<ChangeOutcome> change(LimitChange change) {
        return Mono.fromFuture(() -> detached(change).toFuture(), true);
    }

    private Mono<ChangeOutcome> detached(LimitChange change) {
        return Mono.defer(() -> limits.find(change.name())
                .map(limit -> change(limit.definition(), change))
                .orElseGet(() -> Mono.just(new ChangeOutcome.Unknown(change.name()))));
    }

    private Mono<ChangeOutcome> change(LiveLimit.Definition limit, LimitChange change) {
        return following.follow().flatMap(state -> {
            StoredLimit current = state.find(limit.name()).orElse(null);
            return ChangeRules.refusal(limit, current, change, state.now())
                    .map(Mono::just)
                    .orElseGet(() -> store(limit, ChangeRules.changed(limit, current, change, state.now())));
        });
    }

    private Mono<ChangeOutcome> store(LiveLimit.Definition limit, LimitWrite write) {
        return store.write(write)
                .flatMap(version -> stored(limit, write, version))
                .switchIfEmpty(Mono.defer(() -> overtaken(limit)));
    }

    /** Another change came between our reading and our writing. */
    private Mono<ChangeOutcome> overtaken(LiveLimit.Definition limit) {
        return following
                .follow()
                .map(state -> new ChangeOutcome.Stale(
                        LimitView.of(limit, state.find(limit.name()).orElse(null), state.now())));
    }

    private Mono<ChangeOutcome> stored(LiveLimit.Definition limit, LimitWrite write, long version) {
        StoredLimit next = write.next();
        meter.changed(ChangeKind.CHANGED);
        log.info("{} wants {} to be {} ({})", next.changedBy(), limit.name(), write.to(), next.reason());
        // Here at once, whether or not the notification comes.
        return following
                .follow()
                .then(acks(version))
                .onErrorResume(Exception.class, ChangeLimit::unheard)
                .map(acks -> new ChangeOutcome.Changed(new ChangedLimit(
                        LimitView.of(limit, next, next.changedAt()), acks.applied(), acks.replicas())));
    }

    private static Mono<Acks> unheard(Exception e) {
        log.warn("The change is stored; how many replicas follow is not known ({})", e.toString());
        return Mono.just(Acks.UNKNOWN);
    }

    /** Waits for all live replicas, up to the configured time; a reading in flight is never cut off. */
    private Mono<Acks> acks(long version) {
        return Mono.defer(() -> {
            long until = now() + properties.ackWait().toMillis();
            return replicas.acks(version, properties.goneAfter())
                    .repeatWhen(times -> times.takeWhile(time -> now() < until).delayElements(properties.ackEvery()))
                    .takeUntil(Acks::areComplete)
                    .last(Acks.UNKNOWN);
        });
    }

    private static long now() {
        return Schedulers.parallel().now(TimeUnit.MILLISECONDS);
    }
}
