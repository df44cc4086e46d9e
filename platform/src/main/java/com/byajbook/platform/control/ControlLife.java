package com.byajbook.platform.control;

import com.byajbook.platform.limits.LiveLimits;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Applies what is stored before the service takes work; then beats, polls and cleans up until it stops. */
final class ControlLife implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ControlLife.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final Duration CLEAN_EVERY = Duration.ofMinutes(1);
    private static final int PIECE = 1_000;

    /** After the pool is warm, before messaging and the web server; it stops after them. */
    static final int PHASE = 50;

    private final LiveLimits limits;
    private final FollowLimits following;
    private final Pulse pulse;
    private final ReplicaStore replicas;
    private final ChangeLog changes;
    private final ReplicaIdentity replica;
    private final ControlProperties properties;
    private final ControlMeter meter;
    private final Disposable.Composite life = Disposables.composite();
    private volatile boolean running;

    ControlLife(
            LiveLimits limits,
            FollowLimits following,
            Pulse pulse,
            ReplicaStore replicas,
            ChangeLog changes,
            ReplicaIdentity replica,
            ControlProperties properties,
            ControlMeter meter) {
        this.limits = limits;
        this.following = following;
        this.pulse = pulse;
        this.replicas = replicas;
        this.changes = changes;
        this.replica = replica;
        this.properties = properties;
        this.meter = meter;
    }

    /** Waits on the starting thread; what cannot be read in time is followed by the poll. */
    @Override
    public void start() {
        running = true;
        meter.show(limits);
        following
                .follow()
                .then(pulse.beat())
                .timeout(PATIENCE)
                .onErrorResume(Exception.class, e -> logged("apply the stored limits at the start", e))
                .block();
        life.add(every(properties.heartbeat(), Mono.defer(this::beat)).subscribe());
        life.add(every(properties.poll(), Mono.defer(this::poll)).subscribe());
        life.add(every(CLEAN_EVERY, Mono.defer(this::cleanUp)).subscribe());
    }

    private static Flux<Void> every(Duration period, Mono<Void> work) {
        return Flux.interval(period).onBackpressureDrop().concatMap(tick -> work, 0);
    }

    private Mono<Void> beat() {
        return pulse.beat().onErrorResume(Exception.class, e -> {
            meter.heartbeatMissed();
            return logged("tell of this replica", e);
        });
    }

    private Mono<Void> poll() {
        meter.show(limits);
        return following.follow().then().onErrorResume(Exception.class, e -> logged("read the stored limits", e));
    }

    private Mono<Void> cleanUp() {
        return replicas.forget(CLEAN_EVERY)
                .then(changes.forget(properties.auditRetention(), PIECE))
                .then()
                .onErrorResume(Exception.class, e -> logged("forget what is old", e));
    }

    private static Mono<Void> logged(String what, Exception e) {
        log.warn("Could not {} ({}); trying again shortly", what, e.toString());
        return Mono.empty();
    }

    /** A replica that says goodbye is not waited for by the next change. */
    @Override
    public void stop() {
        life.dispose();
        replicas.leave(replica.id())
                .timeout(FAREWELL)
                .onErrorResume(Exception.class, e -> logged("say goodbye", e))
                .block();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
