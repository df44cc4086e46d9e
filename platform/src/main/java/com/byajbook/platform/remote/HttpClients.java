package com.byajbook.platform.remote;

import com.byajbook.platform.deadline.MissedDeadlines;
import com.byajbook.platform.deadline.RequestTimeout;
import com.byajbook.platform.overload.gate.WorkClass;
import com.byajbook.platform.web.InternalCalls;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.context.ContextView;

/** Builds the clients of called services: bounded connections, and what every request of theirs carries. */
final class HttpClients {

    private static final Duration AFTER_DEADLINE = Duration.ofSeconds(1);
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(30);
    private static final Duration EVICT_EVERY = Duration.ofSeconds(10);

    private final InternalCalls internal;
    private final MissedDeadlines deadlines;

    HttpClients(InternalCalls internal, MissedDeadlines deadlines) {
        this.internal = internal;
        this.deadlines = deadlines;
    }

    WebClient client(String name, RemoteProperties.Remote remote) {
        // Not Boot's builder: a partner may add a field to its answer, which the strict mapper of our own surface
        // refuses.
        WebClient.Builder builder = WebClient.builder()
                .baseUrl(remote.url().toString())
                .clientConnector(new ReactorClientHttpConnector(http(name, remote)))
                .filter(withHeaders(remote));
        if (remote.internal()) {
            builder.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + internal.internalToken());
        }
        return builder.build();
    }

    /** How long somebody waits for the answer, and to one of ours how much the work matters. */
    private ExchangeFilterFunction withHeaders(RemoteProperties.Remote remote) {
        return (request, next) -> Mono.deferContextual(context -> next.exchange(ClientRequest.from(request)
                .headers(headers -> put(headers, remote, context))
                .build()));
    }

    private void put(HttpHeaders headers, RemoteProperties.Remote remote, ContextView context) {
        long millis = Math.max(1, deadlines.left(context, remote.timeout()).toMillis());
        headers.set(RequestTimeout.HEADER, Long.toString(millis));
        if (remote.internal()) {
            headers.set(WorkClass.HEADER, WorkClass.of(context).word());
        }
    }

    private static HttpClient http(String name, RemoteProperties.Remote remote) {
        ConnectionProvider connections = ConnectionProvider.builder(name)
                .maxConnections(remote.maxConnections())
                .pendingAcquireMaxCount(remote.maxPending())
                .pendingAcquireTimeout(remote.timeout())
                .maxIdleTime(IDLE_LIMIT)
                .evictInBackground(EVICT_EVERY)
                .build();
        return HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT_TIMEOUT.toMillis())
                // Behind the deadline of the call, so that the two never race; this one frees the connection.
                .responseTimeout(remote.timeout().plus(AFTER_DEADLINE));
    }
}
