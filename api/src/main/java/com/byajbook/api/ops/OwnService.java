package com.byajbook.api.ops;

import com.byajbook.platform.control.ChangeLimit;
import com.byajbook.platform.control.ChangeOutcome;
import com.byajbook.platform.control.ChangeView;
import com.byajbook.platform.control.ChangedLimit;
import com.byajbook.platform.control.DecisionDumps;
import com.byajbook.platform.control.LimitOrder;
import com.byajbook.platform.control.LimitView;
import com.byajbook.platform.control.ListChanges;
import com.byajbook.platform.control.ListLimits;
import com.byajbook.platform.control.ListReplicas;
import com.byajbook.platform.control.ReplicaView;
import com.byajbook.platform.control.ServiceChanges;
import com.byajbook.platform.control.ServiceInvariants;
import com.byajbook.platform.control.ServiceLimits;
import com.byajbook.platform.control.ServiceReplicas;
import com.byajbook.platform.problem.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.dao.DataAccessException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** The api's own control plane: the same use cases that the others offer over HTTP. */
final class OwnService implements ControlledService {

    private final ListReplicas replicas;
    private final ListLimits limits;
    private final ChangeLimit changing;
    private final ListChanges changes;
    private final Optional<DecisionDumps> decisions;
    private final OpsProperties bounds;

    OwnService(
            ListReplicas replicas,
            ListLimits limits,
            ChangeLimit changing,
            ListChanges changes,
            Optional<DecisionDumps> decisions,
            OpsProperties bounds) {
        this.replicas = replicas;
        this.limits = limits;
        this.changing = changing;
        this.changes = changes;
        this.decisions = decisions;
        this.bounds = bounds;
    }

    @Override
    public String name() {
        return limits.service();
    }

    @Override
    public Mono<List<ReplicaView>> getReplicas() {
        return within(bounds.deadline(), replicas.live()).map(ServiceReplicas::replicas);
    }

    @Override
    public Mono<List<LimitView>> getLimits() {
        return within(bounds.deadline(), limits.all()).map(ServiceLimits::limits);
    }

    @Override
    public Mono<LimitView> getLimit(String limit) {
        return within(bounds.deadline(), limits.get(limit));
    }

    @Override
    public Mono<ChangedLimit> change(String limit, LimitOrder order) {
        return Mono.fromSupplier(() -> order.toChange(limit))
                .flatMap(change -> within(bounds.changeDeadline(), changing.change(change)))
                .map(ChangeOutcome::getOrThrow);
    }

    @Override
    public Mono<List<ChangeView>> getChanges(int count) {
        return within(bounds.deadline(), changes.latest(null, count)).map(ServiceChanges::changes);
    }

    @Override
    public Mono<WrittenOff> writeOff(UUID loan, WriteOffOrder order) {
        return Mono.error(() -> Failure.notFound("The api has no loans."));
    }

    /** The intake has no books. */
    @Override
    public Mono<ServiceInvariants> getInvariants() {
        return Mono.just(ServiceInvariants.NONE);
    }

    @Override
    public Mono<JsonNode> read(String path, Object... variables) {
        return Mono.error(OwnService::nothingOfItsOwn);
    }

    @Override
    public Mono<JsonNode> order(Object body, String path, Object... variables) {
        return Mono.error(OwnService::nothingOfItsOwn);
    }

    private static Failure nothingOfItsOwn() {
        return Failure.notFound("The api has nothing on its control plane that the others have not.");
    }

    /** Some megabytes to write, so not on an event loop. */
    @Override
    public Flux<DataBuffer> streamDecisions(String gate) {
        return Mono.fromSupplier(() -> decisions.flatMap(dumps -> dumps.dump(gate)))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.error(() -> Failure.notFound("No decisions are kept for a gate " + gate + ".")))
                .<DataBuffer>map(DefaultDataBufferFactory.sharedInstance::wrap)
                .flux();
    }

    /** Who stops waiting leaves the reading alone: a query that is cut off may cost its connection. */
    private static <T> Mono<T> within(Duration deadline, Mono<T> reading) {
        return Mono.fromFuture(() -> reading.toFuture(), true)
                .timeout(deadline)
                .onErrorMap(TimeoutException.class, late -> Failure.deadlinePassed("What was asked of the api"))
                .onErrorMap(DataAccessException.class, away -> Failure.unavailable("The api's database", away));
    }
}
