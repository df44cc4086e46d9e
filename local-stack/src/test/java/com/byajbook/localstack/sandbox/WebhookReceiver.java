package com.byajbook.localstack.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A merchant's webhook endpoint that can refuse the first few deliveries. */
final class WebhookReceiver implements AutoCloseable {
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .handle((in, out) -> in.receive().aggregate().asString().flatMap(body -> {
                received.add(new Received(in.requestHeaders().get("X-Upi-Signature", "none"), body));
                return out.status(refusals.getAndDecrement() > 0 ? 503 : 204)
                        .send(Mono.empty())
                        .then();
            }))
            .bindNow();

    record Received(String signature, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String transaction() {
            return json().path("merchantTxnId").stringValue();
        }
    }

    void refuseNext(int times) {
        refusals.set(times);
    }

    List<Received> received() {
        return received;
    }

    String url() {
        return "http://127.0.0.1:" + server.port() + "/webhooks/upi";
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
