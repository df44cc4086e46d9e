package com.byajbook.api.testing;

import com.byajbook.platform.control.ReplicaView;
import com.byajbook.platform.control.ServiceReplicas;
import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/** What an owner's control plane tells of one queue: as much as waits in it, as fast as it is taken off. */
public final class ScriptedOwner implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String queue;
    private final DisposableServer server;
    private volatile long queued;
    private volatile double served;
    private volatile boolean silent;

    private ScriptedOwner(String queue) {
        this.queue = queue;
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get(
                        "/internal/control/replicas",
                        (request, response) -> response.header("Content-Type", "application/json")
                                .sendString(Mono.defer(() -> silent ? Mono.never() : Mono.just(replicas())))))
                .bindNow(PATIENCE);
    }

    public static ScriptedOwner of(String queue) {
        return new ScriptedOwner(queue);
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public void tell(long nowQueued, double nowServed) {
        queued = nowQueued;
        served = nowServed;
    }

    /** Takes questions and never answers again. */
    public void fallSilent() {
        silent = true;
    }

    private String replicas() {
        ReplicaView replica = new ReplicaView(
                "owner-1",
                Instant.now(),
                Instant.now(),
                0,
                List.of(stage(StageKind.QUEUE, queued), stage(StageKind.CONSUMER, 0)));
        return JSON.writeValueAsString(new ServiceReplicas("owner", List.of(replica)));
    }

    private Stage stage(StageKind kind, long waiting) {
        return new Stage(
                queue, kind, 0, 1, waiting, 100_000, 0, served, served, served, Map.of(), 0, 0, 0, 0, "", List.of());
    }

    @Override
    public void close() {
        server.disposeNow(PATIENCE);
    }
}
