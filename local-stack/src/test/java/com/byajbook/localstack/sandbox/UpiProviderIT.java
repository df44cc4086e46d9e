package com.byajbook.localstack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.byajbook.localstack.sandbox.SandboxClient.Answer;
import com.byajbook.localstack.sandbox.WebhookReceiver.Received;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class UpiProviderIT {
    private final String id = "txn-" + UUID.randomUUID();
    private Sandbox sandbox;
    private SandboxClient client;
    private WebhookReceiver merchant;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(0);
        client = new SandboxClient(sandbox.baseUrl());
        merchant = new WebhookReceiver();
    }

    @AfterEach
    void stop() {
        merchant.close();
        sandbox.close();
    }

    @Test
    void accepts_at_once_and_reports_success_later_by_a_signed_webhook() throws Exception {
        Answer accepted = collect(id, 1_500_00);
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.json().path("status").stringValue()).isEqualTo("PENDING");
        assertThat(inquire(id).path("status").stringValue()).isEqualTo("PENDING");
        assertThat(inquire(id).path("direction").stringValue()).isEqualTo("COLLECT");

        Received webhook = webhooks(1).get(0);
        JsonNode event = webhook.json();
        assertThat(event.path("merchantTxnId").stringValue()).isEqualTo(id);
        assertThat(event.path("providerTxnId")).isEqualTo(accepted.json().path("providerTxnId"));
        assertThat(event.path("provider").stringValue()).isEqualTo("upi");
        assertThat(event.path("direction").stringValue()).isEqualTo("COLLECT");
        assertThat(event.path("status").stringValue()).isEqualTo("SUCCEEDED");
        assertThat(event.path("amountPaise").longValue()).isEqualTo(1_500_00);
        assertThat(event.path("utr").stringValue()).matches("[0-9]{12}");
        assertThat(event.path("reason").isNull()).isTrue();
        assertThat(webhook.signature()).isEqualTo(webhook.rightSignature());
        assertThat(inquire(id).path("utr")).isEqualTo(event.path("utr"));
    }

    @Test
    void collects_once_for_one_id_and_refuses_another_amount() {
        Answer first = collect(id, 100);
        Answer again = collect(id, 100);

        assertThat(again).isEqualTo(first);
        assertThat(collect(id, 101).status()).isEqualTo(409);
        webhooks(1);
        JsonNode counted = counted(id);
        assertThat(counted.path("collects").intValue()).isEqualTo(2);
        assertThat(client.counters("upi").path("distinctTransactions").intValue())
                .isEqualTo(1);
        assertThat(client.counters("upi").path("repeatedCollects").intValue()).isEqualTo(1);
        assertThat(client.counters("upi").path("succeeded").intValue()).isEqualTo(1);
    }

    @Test
    void retries_a_webhook_until_it_is_taken_always_with_the_same_event() {
        merchant.refuseNext(2);
        collect(id, 100);

        List<Received> attempts = webhooks(3);

        assertThat(attempts)
                .extracting(Received::body)
                .containsOnly(attempts.get(0).body());
        await().untilAsserted(() ->
                assertThat(counted(id).path("webhooksAcked").intValue()).isEqualTo(1));
        assertThat(counted(id).path("webhooksSent").intValue()).isEqualTo(3);
    }

    @Test
    void keeps_trying_while_nobody_listens() throws Exception {
        merchant.close();
        collect(id, 100);

        await().untilAsserted(() -> assertThat(
                        client.counters("upi").path("webhookAttemptsFailed").intValue())
                .isGreaterThanOrEqualTo(2));
        assertThat(inquire(id).path("status").stringValue()).isEqualTo("SUCCEEDED");
    }

    @Test
    void fails_with_a_reason_and_without_a_utr() {
        behave("{\"outcome\":\"FAILURE\",\"webhookDelayMs\":0}");
        collect(id, 100);

        JsonNode event = webhooks(1).get(0).json();
        assertThat(event.path("status").stringValue()).isEqualTo("FAILED");
        assertThat(event.path("reason").stringValue()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(event.path("utr").isNull()).isTrue();
    }

    @Test
    void sends_duplicates_of_one_event() {
        behave("{\"duplicates\":2,\"webhookDelayMs\":0,\"forTxn\":\"%s\"}".formatted(id));
        collect(id, 100);

        assertThat(webhooks(3))
                .extracting(event -> event.json().path("eventId"))
                .containsOnly(webhooks(3).get(0).json().path("eventId"));
    }

    @Test
    void delivers_two_transactions_in_the_opposite_order() {
        behave("{\"reorder\":true,\"webhookDelayMs\":0,\"forNext\":1}");
        collect(id, 100);
        collect(id + "-later", 100);

        assertThat(webhooks(2)).extracting(Received::transaction).containsExactly(id + "-later", id);
    }

    @Test
    void releases_a_reordered_webhook_when_no_other_comes() {
        behave("{\"reorder\":true,\"webhookDelayMs\":0}");
        collect(id, 100);

        assertThat(webhooks(1)).extracting(Received::transaction).containsExactly(id);
    }

    @Test
    void drops_the_webhook_so_that_only_an_inquiry_tells() {
        behave("{\"dropWebhook\":true,\"webhookDelayMs\":0}");
        collect(id, 100);

        await().untilAsserted(() ->
                assertThat(inquire(id).path("status").stringValue()).isEqualTo("SUCCEEDED"));
        staysSilent();
    }

    @Test
    void calls_a_debit_without_confirmation_deemed_success_and_sends_nothing() {
        behave("{\"outcome\":\"DEEMED_SUCCESS\",\"webhookDelayMs\":0}");
        collect(id, 100);

        await().untilAsserted(() ->
                assertThat(inquire(id).path("status").stringValue()).isEqualTo("DEEMED_SUCCESS"));
        staysSilent();
    }

    @Test
    void succeeds_late_when_told_to() {
        behave("{\"outcome\":\"LATE_SUCCESS\",\"webhookDelayMs\":0,\"lateByMs\":700}");
        collect(id, 100);

        await().during(Duration.ofMillis(300))
                .until(() -> "PENDING".equals(inquire(id).path("status").stringValue()));
        assertThat(webhooks(1).get(0).json().path("status").stringValue()).isEqualTo("SUCCEEDED");
    }

    @Test
    void never_ends_when_told_to() {
        behave("{\"outcome\":\"NEVER\",\"webhookDelayMs\":0}");
        collect(id, 100);

        staysSilent();
        assertThat(inquire(id).path("status").stringValue()).isEqualTo("PENDING");
    }

    @Test
    void loses_the_answer_of_a_submission_that_took_place() {
        behave("{\"outcome\":\"SUBMIT_TIMEOUT\",\"webhookDelayMs\":0,\"forNext\":1}");

        assertThatThrownBy(() -> collect(client.impatient(), id, 100))
                .hasCauseInstanceOf(java.net.http.HttpTimeoutException.class);

        assertThat(webhooks(1).get(0).json().path("status").stringValue()).isEqualTo("SUCCEEDED");
        assertThat(inquire(id).path("status").stringValue()).isEqualTo("SUCCEEDED");
        assertThat(collect(id, 100).status()).isEqualTo(202);
        assertThat(counted(id).path("collects").intValue()).isEqualTo(2);
    }

    @Test
    void knows_a_collection_by_its_amount_whatever_else_is_collected_meanwhile() {
        behave("{\"webhookDelayMs\":0}");
        behave("{\"outcome\":\"FAILURE\",\"webhookDelayMs\":0,\"forAmountPaise\":1337}");
        collect(id + "-other", 100);
        collect(id, 1337);

        webhooks(2);
        assertThat(inquire(id + "-other").path("status").stringValue()).isEqualTo("SUCCEEDED");
        assertThat(inquire(id).path("status").stringValue()).isEqualTo("FAILED");
    }

    @Test
    void uses_a_queued_behaviour_as_often_as_asked_then_the_default() {
        behave("{\"outcome\":\"FAILURE\",\"webhookDelayMs\":0,\"forNext\":2}");
        behave("{\"outcome\":\"SUCCESS\",\"webhookDelayMs\":0,\"default\":true}");
        for (int i = 0; i < 3; i++) {
            collect(id + i, 100);
        }

        webhooks(3);
        assertThat(inquire(id + 0).path("status").stringValue()).isEqualTo("FAILED");
        assertThat(inquire(id + 1).path("status").stringValue()).isEqualTo("FAILED");
        assertThat(inquire(id + 2).path("status").stringValue()).isEqualTo("SUCCEEDED");
    }

    @Test
    void does_not_know_what_it_never_saw() {
        assertThat(client.get("/upi/v1/transactions/unknown").status()).isEqualTo(404);
    }

    private Answer collect(String transaction, long amountPaise) {
        return collect(client, transaction, amountPaise);
    }

    private Answer collect(SandboxClient client, String transaction, long amountPaise) {
        return client.post(
                "/upi/v1/collect",
                "{\"merchantTxnId\":\"%s\",\"amountPaise\":%d,\"note\":\"EMI 1\",\"callbackUrl\":\"%s\"}"
                        .formatted(transaction, amountPaise, merchant.url()));
    }

    private void behave(String behaviour) {
        Answer answer = client.put("/control/upi/behaviour", behaviour);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode inquire(String transaction) {
        return client.get("/upi/v1/transactions/" + transaction).json();
    }

    private JsonNode counted(String transaction) {
        return client.get("/control/upi/transactions?merchantTxnId=" + transaction)
                .json()
                .path("items")
                .path(0);
    }

    private List<Received> webhooks(int count) {
        await().untilAsserted(() -> assertThat(merchant.received()).hasSize(count));
        return merchant.received();
    }

    private void staysSilent() {
        await().during(Duration.ofMillis(500)).until(() -> merchant.received().isEmpty());
    }
}
