package com.byajbook.localstack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.localstack.sandbox.SandboxClient.Answer;
import java.net.http.HttpTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class FaultsIT {
    private Sandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(0);
        client = new SandboxClient(sandbox.baseUrl());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void answers_as_late_as_it_was_told() {
        send("m-0");
        fault("{\"latencyMs\":300}");
        long before = System.nanoTime();

        assertThat(send("m-1").status()).isEqualTo(202);

        assertThat((System.nanoTime() - before) / 1_000_000).isGreaterThanOrEqualTo(290L);
    }

    @Test
    void refuses_at_once_during_an_outage_and_works_after_it() {
        fault("{\"outage\":\"REFUSE\"}");
        assertThat(send("m-1").status()).isEqualTo(503);
        assertThat(inbox()).isZero();

        fault("{\"outage\":\"NONE\"}");
        assertThat(send("m-1").status()).isEqualTo(202);
        assertThat(client.counters("sms").path("refused").intValue()).isEqualTo(1);
        assertThat(client.counters("sms").path("requests").intValue()).isEqualTo(2);
    }

    @Test
    void never_answers_when_it_hangs() {
        fault("{\"outage\":\"HANG\"}");

        assertThatThrownBy(() -> send(client.impatient(), "m-1")).hasCauseInstanceOf(HttpTimeoutException.class);

        assertThat(inbox()).isZero();
        assertThat(client.counters("sms").path("hung").intValue()).isEqualTo(1);
    }

    @Test
    void fails_before_the_effect_unless_told_to_hide_one() {
        fault("{\"errorRate\":1}");
        assertThat(send("m-1").status()).isEqualTo(500);
        assertThat(inbox()).isZero();

        fault("{\"errorAfterEffect\":true}");
        assertThat(send("m-1").status()).isEqualTo(500);
        assertThat(inbox()).isEqualTo(1);
        assertThat(client.counters("sms").path("errorsInjected").intValue()).isEqualTo(2);
    }

    @Test
    void leaves_the_other_partners_alone() {
        fault("{\"outage\":\"REFUSE\"}");

        Answer whatsapp = client.post(
                "/messages/v1/whatsapp", "{\"messageId\":\"m\",\"to\":\"+919800000001\",\"text\":\"Hello\"}");
        assertThat(whatsapp.status()).isEqualTo(202);
    }

    @Test
    void shows_what_is_set_and_changes_only_what_is_named() {
        fault("{\"latencyMs\":1,\"jitterMs\":2,\"errorRate\":0.25}");
        fault("{\"jitterMs\":3}");

        JsonNode settings = client.get("/control/partners").json().path("sms").path("settings");
        assertThat(settings.path("latencyMs").intValue()).isEqualTo(1);
        assertThat(settings.path("jitterMs").intValue()).isEqualTo(3);
        assertThat(settings.path("errorRate").doubleValue()).isEqualTo(0.25);
        assertThat(settings.path("outage").stringValue()).isEqualTo("NONE");
    }

    @Test
    void forgets_everything_on_reset() {
        send("m-1");
        fault("{\"outage\":\"REFUSE\"}");

        client.post("/control/reset", "");

        assertThat(inbox()).isZero();
        assertThat(client.counters("sms").path("requests").intValue()).isZero();
        assertThat(send("m-1").status()).isEqualTo(202);
    }

    private Answer send(String messageId) {
        return send(client, messageId);
    }

    private static Answer send(SandboxClient client, String messageId) {
        return client.post(
                "/messages/v1/sms",
                "{\"messageId\":\"%s\",\"to\":\"+919800000001\",\"text\":\"Hello\"}".formatted(messageId));
    }

    private int inbox() {
        return client.get("/inbox").json().path("items").size();
    }

    private void fault(String change) {
        Answer answer = client.put("/control/partners/sms", change);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
