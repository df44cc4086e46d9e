package com.byajbook.platform.remote;

import com.byajbook.platform.problem.Failure;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** One called service: its client, its deadline and its circuit breaker. */
public final class RemoteService {

    private final String name;
    private final WebClient client;
    private final CircuitBreaker breaker;
    private final Duration timeout;

    RemoteService(String name, WebClient client, CircuitBreaker breaker, Duration timeout) {
        this.name = name;
        this.client = client;
        this.breaker = breaker;
        this.timeout = timeout;
    }

    /** The client with base address, bounded connections and, for one of ours, the internal token. */
    public WebClient client() {
        return client;
    }

    /** The breaker, for those who pause while it is open. */
    public CircuitBreaker breaker() {
        return breaker;
    }

    /**
     * The call under its deadline and behind the breaker.
     *
     * <p>The deadline stands upstream of the breaker: the other way round a slow call reaches the breaker as a cancel,
     * which counts as nothing, and the breaker never opens.
     *
     * @return the call's value; {@link Failure.DeadlinePassed} when it took too long, {@link Failure.DependencyUnavailable}
     *     when the service failed, was not reached, or the breaker is open; other errors, as a 4xx, unchanged
     */
    public <T> Mono<T> guarded(Mono<T> call) {
        return call.timeout(timeout)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(TimeoutException.class, e -> Failure.deadlinePassed("A call to " + name))
                .onErrorMap(RemoteService::isOutage, e -> Failure.unavailable(name, e));
    }

    /** Whether an error says that the service is unwell, not that the request was wrong. */
    static boolean isOutage(Throwable error) {
        return error instanceof CallNotPermittedException
                || error instanceof WebClientRequestException
                || error instanceof WebClientResponseException response
                        && response.getStatusCode().is5xxServerError();
    }
}
