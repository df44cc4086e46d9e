package com.byajbook.platform.remote;

import com.byajbook.platform.web.InternalCalls;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The called services by name, each with connections and a breaker of its own, so that one unwell never starves another. */
public final class RemoteServices {

    private static final int WINDOW = 50;
    private static final int MIN_CALLS = 10;
    private static final int TRIAL_CALLS = 5;
    private static final Duration MAX_TRIAL = Duration.ofSeconds(5);
    private static final Duration AFTER_DEADLINE = Duration.ofSeconds(1);
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

    private final Map<String, RemoteService> services;

    RemoteServices(RemoteProperties properties, InternalCalls internal, MeterRegistry meters) {
        this.services = properties.remote().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> build(entry.getKey(), entry.getValue(), internal, meters)));
    }

    /**
     * The service with this name.
     *
     * @throws IllegalStateException when {@code byajbook.remote} does not name it
     */
    public RemoteService named(String name) {
        RemoteService service = services.get(name);
        if (service == null) {
            throw new IllegalStateException("byajbook.remote." + name + ".url is not configured");
        }
        return service;
    }

    private static RemoteService build(
            String name, RemoteProperties.Remote remote, InternalCalls internal, MeterRegistry meters) {
        // Not Boot's builder: a partner may add a field to its answer, which the strict mapper of our own surface
        // refuses.
        WebClient.Builder builder = WebClient.builder()
                .baseUrl(remote.url().toString())
                .clientConnector(new ReactorClientHttpConnector(http(name, remote)));
        if (remote.internal()) {
            builder.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + internal.internalToken());
        }
        CircuitBreaker breaker = breaker(name, remote);
        Gauge.builder("byajbook.remote.breaker.open", breaker, b -> b.getState() == CircuitBreaker.State.OPEN ? 1 : 0)
                .tag("remote", name)
                .description("1 while calls to this service are refused at once")
                .register(meters);
        return new RemoteService(name, builder.build(), breaker, remote.timeout());
    }

    private static HttpClient http(String name, RemoteProperties.Remote remote) {
        ConnectionProvider connections = ConnectionProvider.builder(name)
                .maxConnections(remote.maxConnections())
                .pendingAcquireMaxCount(remote.maxPending())
                .pendingAcquireTimeout(remote.timeout())
                .maxIdleTime(Duration.ofSeconds(30))
                .evictInBackground(Duration.ofSeconds(10))
                .build();
        return HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT_TIMEOUT.toMillis())
                // Behind the deadline of the call, so that the two never race; this one frees the connection.
                .responseTimeout(remote.timeout().plus(AFTER_DEADLINE));
    }

    private static CircuitBreaker breaker(String name, RemoteProperties.Remote remote) {
        return CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(WINDOW)
                        // The default parks a thread that finds the window's lock taken, and that is an event loop.
                        .slidingWindowSynchronizationStrategy(SlidingWindowSynchronizationStrategy.LOCK_FREE)
                        .minimumNumberOfCalls(MIN_CALLS)
                        .failureRateThreshold(remote.failureRatePct())
                        .slowCallRateThreshold(remote.failureRatePct())
                        .slowCallDurationThreshold(remote.slowCall())
                        .waitDurationInOpenState(remote.openFor())
                        .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                        .maxWaitDurationInHalfOpenState(MAX_TRIAL)
                        .recordException(e -> e instanceof TimeoutException || RemoteService.isOutage(e))
                        .build());
    }
}
