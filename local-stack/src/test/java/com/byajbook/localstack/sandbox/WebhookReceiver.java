package com.byajbook.localstack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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

        String status() {
            return json().path("status").stringValue();
        }

        /** What the header must be for this body, at the time that it names, which must be now. */
        String rightSignature() throws GeneralSecurityException {
            String time = signature.substring(2, signature.indexOf(','));
            assertThat(Long.parseLong(time)).isCloseTo(System.currentTimeMillis() / 1000, within(30L));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("local-upi-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] digest = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + time + ",v1=" + HexFormat.of().formatHex(digest);
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
