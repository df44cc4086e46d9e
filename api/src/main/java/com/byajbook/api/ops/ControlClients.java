package com.byajbook.api.ops;

import com.byajbook.platform.web.InternalCalls;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * HTTP clients for control planes.
 *
 * <p>They have connections of their own and neither gate nor breaker: what protects a service from its users must not keep
 * an operator from mending it.
 */
final class ControlClients {

    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration AFTER_DEADLINE = Duration.ofSeconds(1);

    private final InternalCalls internal;
    private final OpsProperties bounds;

    ControlClients(InternalCalls internal, OpsProperties bounds) {
        this.internal = internal;
        this.bounds = bounds;
    }

    WebClient client(String service, URI url) {
        ConnectionProvider connections = ConnectionProvider.builder(service + "-control")
                .maxConnections(bounds.maxConnections())
                .pendingAcquireMaxCount(bounds.maxConnections())
                .pendingAcquireTimeout(bounds.deadline())
                .maxIdleTime(IDLE)
                .evictInBackground(IDLE)
                .build();
        HttpClient http = HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT_TIMEOUT.toMillis())
                // Behind the deadline of the call, which says more; this one frees the connection.
                .responseTimeout(bounds.changeDeadline().plus(AFTER_DEADLINE));
        return WebClient.builder()
                .baseUrl(url.toString())
                .clientConnector(new ReactorClientHttpConnector(http))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + internal.internalToken())
                .build();
    }
}
