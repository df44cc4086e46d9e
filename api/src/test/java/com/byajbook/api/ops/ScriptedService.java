package com.byajbook.api.ops;

import com.byajbook.platform.control.ChangeView;
import com.byajbook.platform.control.ChangedLimit;
import com.byajbook.platform.control.LimitOrder;
import com.byajbook.platform.control.LimitView;
import com.byajbook.platform.control.ReplicaView;
import com.byajbook.platform.control.ServiceInvariants;
import com.byajbook.platform.problem.Failure;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A service whose replicas are what the test says, and which counts how often it is asked. */
final class ScriptedService implements ControlledService {

    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger cancelled = new AtomicInteger();
    private final String name;
    private volatile Mono<List<ReplicaView>> replicas;
    private volatile Mono<ServiceInvariants> invariants = Mono.just(ServiceInvariants.NONE);

    ScriptedService(String name, Mono<List<ReplicaView>> replicas) {
        this.name = name;
        this.replicas = replicas;
    }

    void answer(Mono<List<ReplicaView>> next) {
        replicas = next;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Mono<List<ReplicaView>> getReplicas() {
        asked.incrementAndGet();
        return replicas.doOnCancel(cancelled::incrementAndGet);
    }

    @Override
    public Mono<List<LimitView>> getLimits() {
        return Mono.error(() -> Failure.unavailable(name, null));
    }

    @Override
    public Mono<LimitView> getLimit(String limit) {
        return Mono.error(() -> Failure.notFound(limit));
    }

    @Override
    public Mono<ChangedLimit> change(String limit, LimitOrder order) {
        return Mono.error(() -> Failure.notFound(limit));
    }

    @Override
    public Mono<List<ChangeView>> getChanges(int count) {
        return Mono.error(() -> Failure.unavailable(name, null));
    }

    @Override
    public Mono<WrittenOff> writeOff(UUID loan, WriteOffOrder order) {
        return Mono.error(() -> Failure.notFound(loan.toString()));
    }

    void find(Mono<ServiceInvariants> next) {
        invariants = next;
    }

    @Override
    public Mono<ServiceInvariants> getInvariants() {
        return invariants;
    }

    @Override
    public Mono<JsonNode> read(String path, Object... variables) {
        return Mono.error(() -> Failure.notFound(path + " " + List.of(variables)));
    }

    @Override
    public Mono<JsonNode> order(Object body, String path, Object... variables) {
        return Mono.error(() -> Failure.notFound(path + " " + List.of(variables) + " " + body));
    }

    @Override
    public Flux<DataBuffer> streamDecisions(String gate) {
        return Flux.error(() -> Failure.notFound(gate));
    }
}
