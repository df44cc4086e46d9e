package com.byajbook.api.testing;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** An owner that answers what a test wrote down for an address, and 404 to everything else. */
public final class ScriptedReads implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow(PATIENCE);

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** What the address, with its query, answers from now on. */
    public void tell(String address, int status, String body) {
        scripts.put(address, new Script(status, body));
    }

    /** Whether an address was asked for. */
    public boolean wasAsked(String address) {
        return asked.contains(address);
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        asked.add(request.uri());
        Script script = scripts.getOrDefault(request.uri(), new Script(404, "{}"));
        return response.status(script.status())
                .header("Content-Type", "application/json")
                .sendString(Mono.just(script.body()));
    }

    @Override
    public void close() {
        server.disposeNow(PATIENCE);
    }

    private record Script(int status, String body) {}
}
