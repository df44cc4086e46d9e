package com.byajbook.localstack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.localstack.sandbox.SandboxClient.Answer;
import com.byajbook.localstack.sandbox.WebhookReceiver.Received;
import java.net.http.HttpTimeoutException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class UpiPayoutIT {
    private final String id = "txn-" + UUID.randomUUID();
    private Sandbox sandbox;

    private WebhookReceiver receiver;
    private UpiMerchant merchant;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(0);
        SandboxClient client = new SandboxClient(sandbox.baseUrl());
        receiver = new WebhookReceiver();
        merchant = new UpiMerchant("upi", client, receiver);
    }

    @AfterEach
    void stop() {
        receiver.close();
        sandbox.close();
    }

    @Test
    void accepts_at_once_and_reports_success_later_by_a_signed_webhook() throws Exception {
        Answer accepted = merchant.pay(id, 1_500_00);
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.json().propertyNames()).containsExactly("merchantTxnId", "providerTxnId", "status");
        assertThat(accepted.json().path("status").stringValue()).isEqualTo("PENDING");

        Received webhook = merchant.webhooks(1).get(0);
        JsonNode event = webhook.json();
        assertThat(webhook.signature()).isEqualTo(webhook.rightSignature());
        assertThat(event.path("provider").stringValue()).isEqualTo("upi");
        assertThat(event.path("direction").stringValue()).isEqualTo("PAY");
        assertThat(event.path("status").stringValue()).isEqualTo("SUCCEEDED");
        assertThat(event.path("providerTxnId")).isEqualTo(accepted.json().path("providerTxnId"));
        assertThat(event.path("amountPaise").longValue()).isEqualTo(1_500_00);
        JsonNode inquired = merchant.inquire(id);
        assertThat(inquired.path("direction").stringValue()).isEqualTo("PAY");
        assertThat(inquired.path("utr")).isEqualTo(event.path("utr"));
        assertThat(merchant.counted(id).path("transaction").path("direction").stringValue())
                .isEqualTo("PAY");
    }

    @Test
    void pays_once_for_one_id_and_refuses_another_amount() {
        Answer first = merchant.pay(id, 100);
        Answer again = merchant.pay(id, 100);

        assertThat(again).isEqualTo(first);
        assertThat(merchant.pay(id, 101).status()).isEqualTo(409);
        merchant.webhooks(1);
        assertThat(merchant.counted(id).path("pays").intValue()).isEqualTo(2);
        assertThat(merchant.counted(id).path("collects").intValue()).isZero();
        assertThat(merchant.counter("distinctPayouts")).isEqualTo(1);
        assertThat(merchant.counter("repeatedPays")).isEqualTo(1);
        assertThat(merchant.counter("repeatedCollects")).isZero();
        assertThat(merchant.counter("succeeded")).isEqualTo(1);
    }

    @Test
    void refuses_an_id_that_was_used_in_the_other_direction() {
        merchant.pay(id + "-out", 100);
        merchant.collect(id + "-in", 100);

        assertThat(merchant.collect(id + "-out", 100).status()).isEqualTo(409);
        assertThat(merchant.pay(id + "-in", 100).status()).isEqualTo(409);
        assertThat(merchant.counter("distinctTransactions")).isEqualTo(2);
        assertThat(merchant.counter("distinctPayouts")).isEqualTo(1);
    }

    @Test
    void fails_with_a_reason_and_without_a_utr() {
        merchant.behave("{\"outcome\":\"FAILURE\",\"webhookDelayMs\":0}").pay(id, 100);

        JsonNode event = merchant.webhooks(1).get(0).json();
        assertThat(event.path("status").stringValue()).isEqualTo("FAILED");
        assertThat(event.path("reason").stringValue()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(event.path("utr").isNull()).isTrue();
        assertThat(merchant.counter("failed")).isEqualTo(1);
    }

    @Test
    void calls_a_debit_without_confirmation_deemed_success_and_sends_nothing() {
        merchant.behave("{\"outcome\":\"DEEMED_SUCCESS\",\"webhookDelayMs\":0}").pay(id, 100);

        merchant.awaitStatus(id, "DEEMED_SUCCESS");
        merchant.getsNoWebhook();
    }

    @Test
    void loses_the_answer_of_a_submission_that_took_place() {
        merchant.behave("{\"outcome\":\"SUBMIT_TIMEOUT\",\"webhookDelayMs\":0,\"forNext\":1}");

        assertThatThrownBy(() -> merchant.impatient().pay(id, 100)).hasCauseInstanceOf(HttpTimeoutException.class);

        assertThat(merchant.webhooks(1)).extracting(Received::status).containsExactly("SUCCEEDED");
        assertThat(merchant.pay(id, 100).status()).isEqualTo(202);
        assertThat(merchant.counted(id).path("pays").intValue()).isEqualTo(2);
        assertThat(merchant.counter("succeeded")).isEqualTo(1);
    }

    @Test
    void never_ends_when_told_to() {
        merchant.behave("{\"outcome\":\"NEVER\",\"webhookDelayMs\":0}").pay(id, 100);

        merchant.getsNoWebhook();
        assertThat(merchant.status(id)).isEqualTo("PENDING");
    }
}
