package com.byajbook.paymentflow.stories;

import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.UpiCallback;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands where the api stands: checks the provider's signature and passes its callbacks on as messages. Each delivery
 * becomes a message of its own, so that the provider's repetitions really reach the service.
 */
final class WebhookReceiver implements AutoCloseable {

    private static final String SECRET = "local-upi-secret";
    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d+),v1=([0-9a-f]{64})");

    private final JsonMapper json = JsonMapper.builder().build();
    private final AtomicInteger received = new AtomicInteger();
    private final Consumer<List<? extends Message>> onwards;
    private final DisposableServer server;

    WebhookReceiver(Consumer<List<? extends Message>> onwards) {
        this.onwards = onwards;
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post("/webhooks/upi", this::receive))
                .bindNow();
    }

    String url() {
        return "http://127.0.0.1:" + server.port() + "/webhooks/upi";
    }

    /** Deliveries so far, repetitions included. */
    int received() {
        return received.get();
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private Mono<Void> receive(HttpServerRequest request, HttpServerResponse response) {
        String signature = request.requestHeaders().get("X-Upi-Signature", "");
        return request.receive()
                .aggregate()
                .asString(StandardCharsets.UTF_8)
                .publishOn(Schedulers.boundedElastic())
                .map(body -> isSigned(signature, body) && forward(body))
                .flatMap(taken -> response.status(taken ? 204 : 401).send());
    }

    private boolean forward(String body) {
        received.incrementAndGet();
        onwards.accept(List.of(callback(json.readTree(body))));
        return true;
    }

    private static UpiCallback callback(JsonNode body) {
        return new UpiCallback(
                UUID.randomUUID(),
                Instant.parse(body.get("occurredAt").asString()),
                body.get("eventId").asString(),
                UUID.fromString(body.get("merchantTxnId").asString()),
                UpiCallback.Status.valueOf(body.get("status").asString()),
                body.get("amountPaise").asLong(),
                text(body, "utr"),
                text(body, "reason"),
                body.get("provider").asString());
    }

    private static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static boolean isSigned(String signature, String body) {
        Matcher parts = SIGNATURE.matcher(signature);
        return parts.matches() && hmac(parts.group(1) + "." + body).equals(parts.group(2));
    }

    private static String hmac(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
