package com.byajbook.api.admission;

import com.byajbook.platform.remote.RemoteProperties;
import com.byajbook.platform.web.InternalCalls;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** A client for the one question to an owner: two connections that no request can take, no breaker and no gate. */
final class OwnerClient {

    private static final int CONNECTIONS = 2;
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration AFTER_DEADLINE = Duration.ofSeconds(1);

    private OwnerClient() {}

    static WebClient of(String name, RemoteProperties remotes, InternalCalls internal, Duration deadline) {
        ConnectionProvider connections = ConnectionProvider.builder(name + "-pipeline")
                .maxConnections(CONNECTIONS)
                .pendingAcquireMaxCount(CONNECTIONS)
                .pendingAcquireTimeout(deadline)
                .maxIdleTime(IDLE)
                .build();
        HttpClient http = HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT_TIMEOUT.toMillis())
                .responseTimeout(deadline.plus(AFTER_DEADLINE));
        return WebClient.builder()
                .baseUrl(address(name, remotes).toString())
                .clientConnector(new ReactorClientHttpConnector(http))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + internal.internalToken())
                .build();
    }

    private static URI address(String name, RemoteProperties remotes) {
        RemoteProperties.Remote remote = remotes.remote().get(name);
        if (remote == null) {
            throw new IllegalStateException("byajbook.remote." + name + ".url is not configured");
        }
        return remote.url();
    }
}
