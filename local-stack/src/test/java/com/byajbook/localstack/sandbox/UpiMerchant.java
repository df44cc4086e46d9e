package com.byajbook.localstack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.localstack.sandbox.SandboxClient.Answer;
import com.byajbook.localstack.sandbox.WebhookReceiver.Received;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Somebody who collects and pays through one of the UPI providers. */
record UpiMerchant(String provider, SandboxClient client, WebhookReceiver receiver) {

    Answer collect(String transaction, long amountPaise) {
        return submit("COLLECT", transaction, amountPaise);
    }

    Answer pay(String transaction, long amountPaise) {
        return submit("PAY", transaction, amountPaise);
    }

    Answer submit(String direction, String transaction, long amountPaise) {
        boolean payout = "PAY".equals(direction);
        return client.post(
                "/" + provider + (payout ? "/v1/pay" : "/v1/collect"),
                "{\"merchantTxnId\":\"%s\",\"amountPaise\":%d,%s\"note\":\"EMI 1\",\"callbackUrl\":\"%s\"}"
                        .formatted(transaction, amountPaise, payout ? "\"payee\":\"asha@bank\"," : "", receiver.url()));
    }

    /** The same one, with little time for each answer. */
    UpiMerchant impatient() {
        return new UpiMerchant(provider, client.impatient(), receiver);
    }

    UpiMerchant behave(String behaviour) {
        control("behaviour", behaviour);
        return this;
    }

    Answer control(String what, String body) {
        Answer answer = client.put("/control/" + provider + "/" + what, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    JsonNode inquire(String transaction) {
        return client.get("/" + provider + "/v1/transactions/" + transaction).json();
    }

    String status(String transaction) {
        return inquire(transaction).path("status").stringValue();
    }

    void awaitStatus(String transaction, String status) {
        await().untilAsserted(() -> assertThat(status(transaction)).isEqualTo(status));
    }

    JsonNode counted(String transaction) {
        return client.get("/control/" + provider + "/transactions?merchantTxnId=" + transaction)
                .json()
                .path("items")
                .path(0);
    }

    int counter(String name) {
        return client.counters(provider).path(name).intValue();
    }

    List<Received> webhooks(int count) {
        await().untilAsserted(() -> assertThat(receiver.received()).hasSize(count));
        return receiver.received();
    }

    void getsNoWebhook() {
        await().during(Duration.ofMillis(500)).until(() -> receiver.received().isEmpty());
    }
}
