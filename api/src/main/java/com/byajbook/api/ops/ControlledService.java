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
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The control plane of one service, ours or another's. Every call ends within its deadline, with a {@link Failure} if it must. */
interface ControlledService {

    String name();

    /** The replicas that live, with their stages. */
    Mono<List<ReplicaView>> getReplicas();

    Mono<List<LimitView>> getLimits();

    /** {@link Failure.NotFound} when the service has no such limit. */
    Mono<LimitView> getLimit(String limit);

    /** A conflict, a refusal or an invalid field is a {@link Failure} with the words of the service. */
    Mono<ChangedLimit> change(String limit, LimitOrder order);

    /** The latest changes, newest first. */
    Mono<List<ChangeView>> getChanges(int count);

    /** Writes a loan off, as the service that has it sees fit; {@link Failure.NotFound} for a service without loans. */
    Mono<WrittenOff> writeOff(UUID loan, WriteOffOrder order);

    /** What must always hold, as the service last looked at it. */
    Mono<ServiceInvariants> getInvariants();

    /** What only this service has on its control plane, in its own words; {@link Failure.NotFound} when it has no such thing. */
    Mono<JsonNode> read(String path, Object... variables);

    /** Has something done that only this service does. */
    Mono<JsonNode> order(Object body, String path, Object... variables);

    /** What a gate decided lately, as a log; {@link Failure.NotFound} when no such gate keeps one. */
    Flux<DataBuffer> streamDecisions(String gate);
}
