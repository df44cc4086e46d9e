package com.byajbook.localstack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.localstack.sandbox.SandboxClient.Answer;
import com.byajbook.localstack.sandbox.WebhookReceiver.Received;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class SecondUpiProviderIT {
    private final String id = "txn-" + UUID.randomUUID();
    private Sandbox sandbox;
    private SandboxClient client;
    private WebhookReceiver receiver;
    private UpiMerchant first;
    private UpiMerchant second;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(0);
        client = new SandboxClient(sandbox.baseUrl());
        receiver = new WebhookReceiver();
        first = new UpiMerchant("upi", client, receiver);
        second = new UpiMerchant("upi-b", client, receiver);
    }

    @AfterEach
    void stop() {
        receiver.close();
        sandbox.close();
    }

    @Test
    void knows_an_id_by_itself_with_references_of_its_own() throws Exception {
        first.collect(id, 100);
        Answer accepted = second.pay(id, 200);

        assertThat(accepted.status()).isEqualTo(202);
        JsonNode event = from("upi-b", second.webhooks(2)).json();
        JsonNode other = from("upi", second.webhooks(2)).json();
        assertThat(event.path("direction").stringValue()).isEqualTo("PAY");
        assertThat(event.path("amountPaise").longValue()).isEqualTo(200);
        assertThat(event.path("utr").stringValue()).matches("B[0-9]{12}");
        assertThat(other.path("utr").stringValue()).matches("[0-9]{12}");
        assertThat(event.path("providerTxnId").stringValue()).matches("UPIB[0-9]{12}");
        assertThat(other.path("providerTxnId").stringValue()).matches("UPI[0-9]{12}");
        Received webhook = from("upi-b", second.webhooks(2));
        assertThat(webhook.signature()).isEqualTo(webhook.rightSignature());
        assertThat(second.inquire(id).path("utr")).isEqualTo(event.path("utr"));
        assertThat(first.inquire(id).path("utr")).isEqualTo(other.path("utr"));
    }

    @Test
    void does_not_know_what_the_other_one_took() {
        first.collect(id, 100);

        assertThat(client.get("/upi-b/v1/transactions/" + id).status()).isEqualTo(404);
        assertThat(second.counted(id).isMissingNode()).isTrue();
        assertThat(second.counter("distinctTransactions")).isZero();
        assertThat(first.counter("distinctTransactions")).isEqualTo(1);
    }

    @Test
    void works_while_the_other_one_is_away() {
        client.put("/control/partners/upi", "{\"outage\":\"REFUSE\"}");

        assertThat(first.collect(id, 100).status()).isEqualTo(503);
        assertThat(second.collect(id, 100).status()).isEqualTo(202);
        assertThat(second.counter("refused")).isZero();
        assertThat(first.counter("refused")).isEqualTo(1);
    }

    @Test
    void is_away_while_the_other_one_works() {
        client.put("/control/partners/upi-b", "{\"outage\":\"REFUSE\"}");

        assertThat(second.pay(id, 100).status()).isEqualTo(503);
        assertThat(first.pay(id, 100).status()).isEqualTo(202);
    }

    @Test
    void behaves_by_itself() {
        first.behave("{\"outcome\":\"FAILURE\",\"webhookDelayMs\":0}");
        first.collect(id, 100);
        second.collect(id, 100);

        assertThat(from("upi", first.webhooks(2)).status()).isEqualTo("FAILED");
        assertThat(from("upi-b", first.webhooks(2)).status()).isEqualTo("SUCCEEDED");
        assertThat(first.counter("succeeded")).isZero();
        assertThat(second.counter("failed")).isZero();
    }

    private static Received from(String provider, List<Received> webhooks) {
        return webhooks.stream()
                .filter(webhook -> webhook.json().path("provider").stringValue().equals(provider))
                .findAny()
                .orElseThrow();
    }
}
