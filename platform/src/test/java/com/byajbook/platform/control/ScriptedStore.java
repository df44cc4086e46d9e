package com.byajbook.platform.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The database in memory, with scripted acknowledgements, delays and failures. */
final class ScriptedStore implements LimitStore, ReplicaStore {

    private final Map<String, StoredLimit> limits = new HashMap<>();
    private final List<LimitWrite> writes = new ArrayList<>();
    private final List<Acks> acks = new ArrayList<>();
    private final List<Heartbeat> heartbeats = new ArrayList<>();
    private @Nullable RuntimeException readFailure;
    private @Nullable RuntimeException ackFailure;
    private @Nullable LimitWrite overtaking;
    private Mono<Void> beforeWrite = Mono.empty();

    List<LimitWrite> writes() {
        return writes;
    }

    List<Heartbeat> heartbeats() {
        return heartbeats;
    }

    /** The answers to those who ask for acknowledgements; the last one is repeated. */
    void acknowledge(Acks... answers) {
        acks.addAll(List.of(answers));
    }

    void failReads(RuntimeException failure) {
        readFailure = failure;
    }

    void failAcks(RuntimeException failure) {
        ackFailure = failure;
    }

    /** No write is done before this completes. */
    void holdWritesUntil(Mono<Void> released) {
        beforeWrite = released;
    }

    /** What was stored before the test began. */
    void has(LimitWrite write) {
        store(write);
    }

    /** Somebody else's change that comes between a reading and the next writing. */
    void overtake(LimitWrite write) {
        overtaking = write;
    }

    @Override
    public Mono<StoredState> read() {
        return Mono.fromSupplier(() -> {
            if (readFailure != null) {
                throw readFailure;
            }
            return new StoredState(writes.size(), Limits.NOW, limits);
        });
    }

    @Override
    public Mono<Long> write(LimitWrite write) {
        return beforeWrite.then(Mono.defer(() -> {
            LimitWrite first = overtaking;
            if (first != null) {
                overtaking = null;
                store(first);
            }
            StoredLimit current = limits.get(write.next().name());
            if ((current == null ? 0 : current.version()) != write.expectedVersion()) {
                return Mono.empty();
            }
            store(write);
            return Mono.just((long) writes.size());
        }));
    }

    private void store(LimitWrite write) {
        limits.put(write.next().name(), write.next());
        writes.add(write);
    }

    @Override
    public Mono<Void> beat(Heartbeat heartbeat) {
        return Mono.fromRunnable(() -> heartbeats.add(heartbeat));
    }

    @Override
    public Mono<Void> acknowledge(String replica, long version) {
        return Mono.empty();
    }

    @Override
    public Mono<Acks> acks(long version, Duration within) {
        return Mono.fromSupplier(() -> {
            if (ackFailure != null) {
                throw ackFailure;
            }
            return acks.size() > 1 ? acks.remove(0) : acks.get(0);
        });
    }

    @Override
    public Flux<ReplicaView> live(Duration within) {
        return Flux.empty();
    }

    @Override
    public Mono<Void> leave(String replica) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> forget(Duration silence) {
        return Mono.empty();
    }
}
