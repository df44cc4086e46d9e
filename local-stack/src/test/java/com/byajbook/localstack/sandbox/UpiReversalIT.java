package com.byajbook.localstack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.localstack.sandbox.WebhookReceiver.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class UpiReversalIT {
    private final String id = "txn-" + UUID.randomUUID();
    private Sandbox sandbox;
    private SandboxClient client;
    private WebhookReceiver receiver;
    private UpiMerchant merchant;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(0);
        client = new SandboxClient(sandbox.baseUrl());
        receiver = new WebhookReceiver();
        merchant = new UpiMerchant("upi", client, receiver);
    }

    @AfterEach
    void stop() {
        receiver.close();
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COLLECT", "PAY"})
    void follows_a_success_with_an_event_of_its_own(String direction) throws Exception {
        merchant.behave("{\"outcome\":\"REVERSED_LATER\",\"webhookDelayMs\":0,\"lateByMs\":400}")
                .submit(direction, id, 100);

        List<Received> webhooks = byStatus(merchant.webhooks(2));

        JsonNode reversal = webhooks.get(0).json();
        JsonNode success = webhooks.get(1).json();
        assertThat(webhooks).extracting(Received::status).containsExactly("REVERSED", "SUCCEEDED");
        assertThat(webhooks.get(0).signature()).isEqualTo(webhooks.get(0).rightSignature());
        assertThat(reversal.path("eventId")).isNotEqualTo(success.path("eventId"));
        assertThat(reversal.path("utr").stringValue()).matches("[0-9]{12}");
        assertThat(reversal.path("utr")).isEqualTo(success.path("utr"));
        assertThat(reversal.path("providerTxnId")).isEqualTo(success.path("providerTxnId"));
        assertThat(reversal.path("direction").stringValue()).isEqualTo(direction);
        assertThat(reversal.path("reason").stringValue()).isEqualTo("RETURNED_BY_BANK");
        assertThat(success.path("reason").isNull()).isTrue();
        assertThat(Duration.between(occurred(success), occurred(reversal))).isGreaterThan(Duration.ofMillis(390));
        JsonNode inquired = merchant.inquire(id);
        assertThat(inquired.path("status").stringValue()).isEqualTo("REVERSED");
        assertThat(inquired.path("utr")).isEqualTo(success.path("utr"));
        assertThat(inquired.path("reason").stringValue()).isEqualTo("RETURNED_BY_BANK");
        assertThat(merchant.counter("succeeded")).isEqualTo(1);
        assertThat(merchant.counter("reversed")).isEqualTo(1);
    }

    @Test
    void leaves_the_success_as_it_is_until_then() {
        merchant.behave("{\"outcome\":\"REVERSED_LATER\",\"webhookDelayMs\":0,\"lateByMs\":3600000}")
                .pay(id, 100);

        assertThat(merchant.webhooks(1)).extracting(Received::status).containsExactly("SUCCEEDED");
        assertThat(merchant.status(id)).isEqualTo("SUCCEEDED");
        assertThat(merchant.counter("reversed")).isZero();
    }

    @Test
    void overtakes_a_success_that_is_held() {
        merchant.behave("{\"outcome\":\"REVERSED_LATER\",\"webhookDelayMs\":0,\"lateByMs\":0,\"reorder\":true}")
                .collect(id, 100);

        assertThat(merchant.webhooks(2)).extracting(Received::status).containsExactly("REVERSED", "SUCCEEDED");
    }

    @Test
    void is_duplicated_like_the_success() {
        merchant.behave("{\"outcome\":\"REVERSED_LATER\",\"webhookDelayMs\":0,\"lateByMs\":0,\"duplicates\":1}")
                .collect(id, 100);

        assertThat(byStatus(merchant.webhooks(4)))
                .extracting(Received::status)
                .containsExactly("REVERSED", "REVERSED", "SUCCEEDED", "SUCCEEDED");
        assertThat(merchant.webhooks(4).stream().map(Received::body).distinct()).hasSize(2);
    }

    @Test
    void is_told_by_an_inquiry_alone_when_webhooks_are_dropped() {
        merchant.behave("{\"outcome\":\"REVERSED_LATER\",\"webhookDelayMs\":0,\"lateByMs\":0,\"dropWebhook\":true}")
                .pay(id, 100);

        merchant.awaitStatus(id, "REVERSED");
        merchant.getsNoWebhook();
        assertThat(merchant.counter("webhooksNeverSent")).isEqualTo(2);
    }

    @Test
    void does_not_come_for_what_was_forgotten_by_a_reset() {
        merchant.behave("{\"outcome\":\"REVERSED_LATER\",\"webhookDelayMs\":0,\"lateByMs\":300}");
        merchant.pay(id, 100);
        merchant.webhooks(1);

        client.post("/control/reset", "");

        await().untilAsserted(
                        () -> assertThat(merchant.counter("timersPending")).isZero());
        assertThat(merchant.counter("reversed")).isZero();
        await().during(Duration.ofMillis(300)).until(() -> receiver.received().size() == 1);
    }

    private static List<Received> byStatus(List<Received> webhooks) {
        return webhooks.stream().sorted(Comparator.comparing(Received::status)).toList();
    }

    private static Instant occurred(JsonNode event) {
        return Instant.parse(event.path("occurredAt").stringValue());
    }
}
