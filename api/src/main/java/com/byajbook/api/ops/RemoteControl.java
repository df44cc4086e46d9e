package com.byajbook.api.ops;

import com.byajbook.platform.control.ChangeView;
import com.byajbook.platform.control.ChangedLimit;
import com.byajbook.platform.control.LimitOrder;
import com.byajbook.platform.control.LimitView;
import com.byajbook.platform.control.ReplicaView;
import com.byajbook.platform.control.ServiceChanges;
import com.byajbook.platform.control.ServiceInvariants;
import com.byajbook.platform.control.ServiceLimits;
import com.byajbook.platform.control.ServiceReplicas;
import com.byajbook.platform.problem.Failure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Another service's control plane over HTTP.
 *
 * <p>No breaker stands in front: one question a second harms nobody, and an operator wants to see a service the moment it
 * is back.
 */
final class RemoteControl implements ControlledService {

    private static final String CONTROL = "/internal/control";

    private final String name;
    private final WebClient client;
    private final OpsProperties bounds;

    RemoteControl(String name, WebClient client, OpsProperties bounds) {
        this.name = name;
        this.client = client;
        this.bounds = bounds;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Mono<List<ReplicaView>> getReplicas() {
        return get(ServiceReplicas.class, "/replicas").map(ServiceReplicas::replicas);
    }

    @Override
    public Mono<List<LimitView>> getLimits() {
        return get(ServiceLimits.class, "/limits").map(ServiceLimits::limits);
    }

    @Override
    public Mono<LimitView> getLimit(String limit) {
        return get(LimitView.class, "/limits/{name}", limit);
    }

    @Override
    public Mono<ChangedLimit> change(String limit, LimitOrder order) {
        return within(
                bounds.changeDeadline(),
                client.put()
                        .uri(CONTROL + "/limits/{name}", limit)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(order)
                        .retrieve()
                        .bodyToMono(ChangedLimit.class));
    }

    @Override
    public Mono<List<ChangeView>> getChanges(int count) {
        return get(ServiceChanges.class, "/changes?limit={count}", count).map(ServiceChanges::changes);
    }

    @Override
    public Mono<WrittenOff> writeOff(UUID loan, WriteOffOrder order) {
        return within(
                bounds.changeDeadline(),
                client.post()
                        .uri(CONTROL + "/loans/{loan}/write-off", loan)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(order)
                        .retrieve()
                        .bodyToMono(WrittenOff.class));
    }

    @Override
    public Mono<ServiceInvariants> getInvariants() {
        return get(ServiceInvariants.class, "/invariants");
    }

    @Override
    public Mono<JsonNode> read(String path, Object... variables) {
        return within(
                bounds.changeDeadline(),
                client.get().uri(CONTROL + path, variables).retrieve().bodyToMono(JsonNode.class));
    }

    @Override
    public Mono<JsonNode> order(Object body, String path, Object... variables) {
        return within(
                bounds.changeDeadline(),
                client.post()
                        .uri(CONTROL + path, variables)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .retrieve()
                        .bodyToMono(JsonNode.class));
    }

    /** The deadline is that of the first byte; a long log may take longer, as long as it flows. */
    @Override
    public Flux<DataBuffer> streamDecisions(String gate) {
        return client.get()
                .uri(CONTROL + "/decisions/{gate}", gate)
                .retrieve()
                .bodyToFlux(DataBuffer.class)
                .timeout(bounds.changeDeadline())
                .onErrorMap(this::understood);
    }

    private <T> Mono<T> get(Class<T> type, String path, Object... variables) {
        return within(
                bounds.deadline(),
                client.get().uri(CONTROL + path, variables).retrieve().bodyToMono(type));
    }

    private <T> Mono<T> within(Duration deadline, Mono<T> call) {
        return call.timeout(deadline).onErrorMap(this::understood);
    }

    private Throwable understood(Throwable error) {
        if (error instanceof TimeoutException) {
            return Failure.deadlinePassed("What was asked of " + name);
        }
        if (error instanceof WebClientResponseException answer) {
            return RemoteProblem.read(answer)
                    .map(RemoteProblem::toFailure)
                    .orElseGet(() -> Failure.unavailable(name, answer));
        }
        return error instanceof WebClientRequestException ? Failure.unavailable(name, error) : error;
    }
}
