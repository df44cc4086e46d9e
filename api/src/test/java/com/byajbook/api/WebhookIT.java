package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import com.byajbook.platform.message.UpiCallback;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookIT {

    private static final String STORED =
            "select count(*) from intake where operation = 'upi-callback' and idempotency_key = $1";

    private final ApiInstance api = ApiInstance.shared();
    private final String eventId = UUID.randomUUID().toString();
    private final UUID payment = UUID.randomUUID();

    @Test
    void stores_a_signed_event_before_it_says_so() {
        Answer answer = deliver(event("SUCCEEDED", "2026-01-01T00:00:00Z"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(api.count(STORED, eventId)).isEqualTo(1);
        await().until(() -> !api.commandsFor(payment).isEmpty());
        assertThat(api.commandsFor(payment)).singleElement().isInstanceOfSatisfying(UpiCallback.class, callback -> {
            assertThat(callback.eventId()).isEqualTo(eventId);
            assertThat(callback.status()).isEqualTo(UpiCallback.Status.SUCCEEDED);
            assertThat(callback.amountPaise()).isEqualTo(96_973);
            assertThat(callback.utr()).isEqualTo("UTR1");
        });
    }

    @Test
    void an_event_that_comes_again_counts_once() {
        assertThat(deliver(event("SUCCEEDED", "2026-01-01T00:00:00Z")).status()).isEqualTo(200);
        assertThat(deliver(event("SUCCEEDED", "2026-01-01T00:00:07Z")).status()).isEqualTo(200);

        assertThat(api.count(STORED, eventId)).isEqualTo(1);
    }

    @Test
    void an_event_that_comes_again_with_another_meaning_is_refused() {
        assertThat(deliver(event("SUCCEEDED", "2026-01-01T00:00:00Z")).status()).isEqualTo(200);
        Answer other = deliver(event("FAILED", "2026-01-01T00:00:00Z"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void refuses_what_the_provider_did_not_sign() {
        String body = event("SUCCEEDED", "2026-01-01T00:00:00Z");
        long now = Instant.now().getEpochSecond();
        String good = signature(now, body, api.setting("byajbook.upi.webhook-secret"));

        assertRefused(send(null, body));
        assertRefused(send("", body));
        assertRefused(send("nonsense", body));
        assertRefused(send(good, body + " "));
        assertRefused(send(good.replace("t=" + now, "t=" + (now + 1)), body));
        assertRefused(send(signature(now, body, "another-secret-of-16"), body));
        assertRefused(send(signature(now - 301, body, api.setting("byajbook.upi.webhook-secret")), body));
        assertRefused(send(signature(now + 330, body, api.setting("byajbook.upi.webhook-secret")), body));
        assertThat(api.count(STORED, eventId)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "7",
                "{\"eventId\":\"e\",\"merchantTxnId\":\"x\",\"status\":\"SUCCEEDED\",\"amountPaise\":1,\"utr\":\"U\"}",
                "{\"eventId\":\"e\",\"merchantTxnId\":\"00000000-0000-0000-0000-000000000001\",\"status\":\"SUCCEEDED\",\"amountPaise\":1}",
                "{\"eventId\":\"e\",\"merchantTxnId\":\"00000000-0000-0000-0000-000000000001\",\"status\":\"MAYBE\",\"amountPaise\":1}",
                "{\"eventId\":\"e\",\"merchantTxnId\":\"00000000-0000-0000-0000-000000000001\",\"status\":\"FAILED\",\"amountPaise\":0}"
            })
    void refuses_a_signed_event_that_says_nothing(String body) {
        Answer answer = deliver(body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).isIn("malformed-json", "invalid-field");
    }

    private Answer deliver(String body) {
        return send(signature(Instant.now().getEpochSecond(), body, api.setting("byajbook.upi.webhook-secret")), body);
    }

    private Answer send(@Nullable String signature, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + api.port() + "/webhooks/upi"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return Client.send(signature == null ? request : request.header("X-Upi-Signature", signature));
    }

    private String event(String status, String occurredAt) {
        return """
                {"eventId":"%s","merchantTxnId":"%s","providerTxnId":"p","status":"%s","amountPaise":96973,
                 "utr":"UTR1","reason":null,"occurredAt":"%s"}""".formatted(eventId, payment, status, occurredAt);
    }

    private static String signature(long seconds, String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] sum = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("invalid-signature");
    }
}
