package com.byajbook.platform.remote;

import com.byajbook.platform.deadline.MissedDeadlines;
import com.byajbook.platform.overload.admission.GateLimits;
import com.byajbook.platform.overload.gate.Gate;
import com.byajbook.platform.overload.gate.GateDefinition;
import com.byajbook.platform.overload.gate.Gates;
import com.byajbook.platform.pipe.StageKind;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The called services by name, each with connections, a gate and a breaker of its own, so that one unwell never starves another. */
public final class RemoteServices {

    private static final int FLOOR_EVERY = 20;
    private static final Duration FIRST_GUESS = Duration.ofMillis(20);
    private static final GateLimits.Targets TARGETS = new GateLimits.Targets(
            Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofMillis(250), Duration.ofMillis(100));

    private final HttpClients clients;
    private final Gates gates;
    private final Repeats repeats;
    private final MissedDeadlines deadlines;
    private final MeterRegistry meters;
    private final Map<String, RemoteService> services;

    RemoteServices(
            RemoteProperties properties,
            HttpClients clients,
            Gates gates,
            Repeats repeats,
            MissedDeadlines deadlines,
            MeterRegistry meters) {
        this.clients = clients;
        this.gates = gates;
        this.repeats = repeats;
        this.deadlines = deadlines;
        this.meters = meters;
        this.services = properties.remote().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> build(entry.getKey(), entry.getValue())));
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

    private RemoteService build(String name, RemoteProperties.Remote remote) {
        CircuitBreaker breaker = Breakers.breaker(name, remote);
        Gauge.builder("byajbook.remote.breaker.open", breaker, b -> isOpen(b) ? 1 : 0)
                .tag("remote", name)
                .description("1 while calls to this service are refused at once")
                .register(meters);
        Gate gate = gates.define(gate(name, remote, breaker));
        return new RemoteService(name, remote, clients.client(name, remote), breaker, gate, repeats, deadlines);
    }

    private static GateDefinition gate(String name, RemoteProperties.Remote remote, CircuitBreaker breaker) {
        return new GateDefinition(
                "remote." + name,
                StageKind.PARTNER,
                new GateLimits(remote.maxConnections(), remote.maxPending(), TARGETS, FLOOR_EVERY, Duration.ZERO),
                remote.maxConnections(),
                FIRST_GUESS,
                () -> isOpen(breaker) ? "breaker-open" : "");
    }

    private static boolean isOpen(CircuitBreaker breaker) {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }
}
