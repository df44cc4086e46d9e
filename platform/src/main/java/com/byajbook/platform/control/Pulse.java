package com.byajbook.platform.control;

import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** One heartbeat: ends what has expired, asks each stage how full it is, and tells. */
final class Pulse {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);

    private final AppliedLimits applied;
    private final FollowLimits following;
    private final ReplicaStore replicas;
    private final ReplicaIdentity replica;
    private final Iterable<StageSource> sources;
    private final Set<StageSource> silent = ConcurrentHashMap.newKeySet();

    Pulse(
            AppliedLimits applied,
            FollowLimits following,
            ReplicaStore replicas,
            ReplicaIdentity replica,
            Iterable<StageSource> sources) {
        this.applied = applied;
        this.following = following;
        this.replicas = replicas;
        this.replica = replica;
        this.sources = sources;
    }

    /** The sources are asked whether or not the database takes the answer: their rates are those since the last call. */
    Mono<Void> beat() {
        return Mono.defer(() -> {
            List<Stage> stages = StreamSupport.stream(sources.spliterator(), false)
                    .flatMap(this::ask)
                    .sorted(Comparator.comparing(Stage::kind).thenComparing(Stage::name))
                    .toList();
            Mono<Void> heartbeat = Mono.defer(() -> replicas.beat(new Heartbeat(replica, applied.version(), stages)));
            return applied.expire() ? following.follow().then(heartbeat) : heartbeat;
        });
    }

    /** One that fails must not take the heartbeat of the others with it. */
    private Stream<Stage> ask(StageSource source) {
        try {
            Stage stage = source.stage();
            silent.remove(source);
            return Stream.of(stage);
        } catch (RuntimeException e) {
            if (silent.add(source)) {
                log.warn("A stage does not say how full it is", e);
            }
            return Stream.empty();
        }
    }
}
