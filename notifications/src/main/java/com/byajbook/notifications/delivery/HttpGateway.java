package com.byajbook.notifications.delivery;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.remote.RemoteService;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** A gateway behind HTTP, under the deadline and the breaker of its remote service. */
final class HttpGateway implements Gateway {
    /** Refusals that are about the moment and not about the message. */
    private static final Set<Integer> NOT_NOW = Set.of(401, 403, 408, 425, 429);

    private final RemoteService remote;
    private final String path;

    HttpGateway(RemoteService remote, String path) {
        this.remote = remote;
        this.path = path;
    }

    private record Body(UUID messageId, String to, String text) {}

    @Override
    public Mono<Answer> send(Outgoing message) {
        return remote.guarded(post(message))
                .thenReturn((Answer) new Answer.Accepted())
                .onErrorResume(WebClientResponseException.class, e -> Mono.just(refusal(e)))
                .onErrorResume(Failure.DependencyUnavailable.class, e -> Mono.just(outage(e)))
                // Our own gate; nothing was sent.
                .onErrorResume(Failure.Overloaded.class, e -> Mono.just(new Answer.NotAsked()))
                .onErrorResume(Failure.DeadlinePassed.class, e -> Mono.just(new Answer.Unanswered("time-out")));
    }

    private Mono<Void> post(Outgoing message) {
        return remote.client()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(new Body(message.id(), message.phone(), message.text()))
                .retrieve()
                .bodyToMono(Void.class);
    }

    private static Answer refusal(WebClientResponseException e) {
        int status = e.getStatusCode().value();
        // Our own credentials or pace are at fault with these, so every message of the channel would be refused.
        return NOT_NOW.contains(status) || !e.getStatusCode().is4xxClientError()
                ? new Answer.Unanswered("HTTP " + status)
                : new Answer.Refused("HTTP " + status);
    }

    private static Answer outage(Failure.DependencyUnavailable e) {
        Throwable cause = e.getCause();
        if (cause instanceof CallNotPermittedException) {
            return new Answer.NotAsked();
        }
        return new Answer.Unanswered(
                cause instanceof WebClientResponseException response
                        ? "HTTP " + response.getStatusCode().value()
                        : "unreachable");
    }

    @Override
    public boolean isWell() {
        return remote.breaker().getState() == CircuitBreaker.State.CLOSED;
    }
}
