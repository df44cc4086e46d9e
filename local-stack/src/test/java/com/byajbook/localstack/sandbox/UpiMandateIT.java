package com.byajbook.localstack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.localstack.sandbox.SandboxClient.Answer;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class UpiMandateIT {
    private final String mandate = "mandate-" + UUID.randomUUID();
    private final String txn = "txn-" + UUID.randomUUID();
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

    @Test
    void debits_by_a_mandate_as_by_a_collection() {
        assertThat(status(ask())).isEqualTo("ACTIVE");

        assertThat(debit(15_000_00).status()).isEqualTo(202);
        assertThat(debit(15_000_00).status()).as("the same debit again").isEqualTo(202);

        assertThat(merchant.webhooks(1).get(0).status()).isEqualTo("SUCCEEDED");
        assertThat(merchant.counter("succeeded")).isEqualTo(1);
        assertThat(shown().path("debits").intValue()).isEqualTo(1);
    }

    @Test
    void declines_a_debit_that_the_payer_has_to_authenticate() {
        ask();

        assertThat(debit(15_000_01).status()).isEqualTo(422);

        assertThat(merchant.counter("distinctTransactions")).isZero();
    }

    @Test
    void debits_by_no_mandate_that_is_not_active() {
        assertThat(debit(100).status()).isEqualTo(404);
        behave("{\"outcome\":\"NEVER\"}");
        assertThat(status(ask())).isEqualTo("PENDING");

        assertThat(debit(100).status()).isEqualTo(422);
    }

    @Test
    void is_rejected_when_the_payer_says_so() {
        behave("{\"outcome\":\"REJECTED\",\"forMandate\":\"" + mandate + "\"}");

        assertThat(status(ask())).isEqualTo("REJECTED");
        assertThat(shown().path("reason").stringValue()).isEqualTo("DECLINED_BY_PAYER");
        assertThat(debit(100).status()).isEqualTo(422);
    }

    @Test
    void a_revoked_mandate_debits_nothing_new_and_still_knows_what_it_debited() {
        ask();
        assertThat(debit(100).status()).isEqualTo(202);

        assertThat(status(client.post("/upi/v1/mandates/" + mandate + "/revocation", "")))
                .isEqualTo("REVOKED");

        assertThat(debit(100).status()).isEqualTo(202);
        assertThat(debit(txn + "-2", 100).status()).isEqualTo(422);
        assertThat(status(ask())).as("asking again does not bring it back").isEqualTo("REVOKED");
    }

    private Answer ask() {
        return client.post(
                "/upi/v1/mandates",
                "{\"merchantMandateId\":\"%s\",\"payer\":\"asha@bank\",\"maxAmountPaise\":1500000}".formatted(mandate));
    }

    private Answer debit(long paise) {
        return debit(txn, paise);
    }

    private Answer debit(String transaction, long paise) {
        return client.post(
                "/upi/v1/mandates/" + mandate + "/debits",
                "{\"merchantTxnId\":\"%s\",\"amountPaise\":%d,\"note\":\"EMI 1\",\"callbackUrl\":\"%s\"}"
                        .formatted(transaction, paise, receiver.url()));
    }

    private void behave(String behaviour) {
        assertThat(client.put("/control/upi/mandate-behaviour", behaviour).status())
                .isEqualTo(200);
    }

    private JsonNode shown() {
        return client.get("/upi/v1/mandates/" + mandate).json();
    }

    private static String status(Answer answer) {
        return answer.json().path("status").stringValue();
    }
}
