package com.byajbook.localstack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.localstack.sandbox.SandboxClient.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class SettlementFileIT {
    private static final String HEADER = "merchantTxnId,providerTxnId,direction,amountPaise,status,utr,settledAt\n";
    private static final String QUIET_DAY = "2020-02-29";

    private final LocalDate firstDay = today();
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
    void has_a_line_for_each_transaction_whose_money_moved(String direction) {
        merchant.submit(direction, id, 12_345);
        JsonNode event = merchant.webhooks(1).get(0).json();

        assertThat(lines())
                .containsExactly("%s,%s,%s,12345,SUCCEEDED,%s,%s"
                        .formatted(
                                id,
                                text(event, "providerTxnId"),
                                direction,
                                text(event, "utr"),
                                text(event, "occurredAt")));
    }

    @Test
    void counts_a_deemed_success_and_neither_a_failure_nor_what_is_pending() {
        merchant.behave("{\"outcome\":\"FAILURE\",\"webhookDelayMs\":0,\"forTxn\":\"%s-failed\"}".formatted(id));
        merchant.behave("{\"outcome\":\"NEVER\",\"forTxn\":\"%s-pending\"}".formatted(id));
        merchant.behave("{\"outcome\":\"DEEMED_SUCCESS\",\"webhookDelayMs\":0,\"forTxn\":\"%s-deemed\"}".formatted(id));
        Stream.of("-failed", "-pending", "-deemed").forEach(which -> merchant.pay(id + which, 100));
        merchant.webhooks(1);
        merchant.awaitStatus(id + "-deemed", "DEEMED_SUCCESS");

        assertThat(columns(0, 4)).containsExactly(id + "-deemed DEEMED_SUCCESS");
    }

    @Test
    void has_a_second_line_for_a_reversal() {
        merchant.behave("{\"outcome\":\"REVERSED_LATER\",\"webhookDelayMs\":0,\"lateByMs\":0}");
        merchant.collect(id, 100);
        merchant.awaitStatus(id, "REVERSED");

        assertThat(columns(0, 4)).containsExactly(id + " SUCCEEDED", id + " REVERSED");
        assertThat(columns(1, 5).stream().distinct()).hasSize(1);
        List<String> times = columns(6, 6);
        assertThat(Instant.parse(times.get(1).split(" ")[0]))
                .isAfterOrEqualTo(Instant.parse(times.get(0).split(" ")[0]));
    }

    @Test
    void begins_with_what_was_settled_first() {
        merchant.behave("{\"webhookDelayMs\":700,\"forTxn\":\"%s-slow\"}".formatted(id));
        merchant.behave("{\"webhookDelayMs\":0,\"default\":true}");
        merchant.collect(id + "-slow", 100);
        merchant.collect(id + "-fast", 100);
        merchant.awaitStatus(id + "-slow", "SUCCEEDED");

        assertThat(columns(0, 4)).containsExactly(id + "-fast SUCCEEDED", id + "-slow SUCCEEDED");
    }

    @Test
    void is_only_a_header_for_a_day_without_any() {
        settled();

        Answer quiet = client.get("/upi/v1/settlements/" + QUIET_DAY);

        assertThat(quiet.status()).isEqualTo(200);
        assertThat(quiet.contentType()).isEqualTo("text/csv");
        assertThat(quiet.body()).isEqualTo(HEADER);
    }

    @Test
    void is_not_given_out_during_an_outage() {
        client.put("/control/partners/upi", "{\"outage\":\"REFUSE\"}");

        assertThat(client.get("/upi/v1/settlements/" + QUIET_DAY).status()).isEqualTo(503);
        assertThat(client.get("/upi-b/v1/settlements/" + QUIET_DAY).status()).isEqualTo(200);
        assertThat(merchant.counter("refused")).isEqualTo(1);
    }

    @Test
    void omits_what_it_is_told_to() {
        settled();
        merchant.control("settlement", "{\"omit\":[\"%s-1\"]}".formatted(id));

        assertThat(columns(0, 3)).containsExactly(id + "-2 100");
    }

    @Test
    void says_another_amount_in_both_lines_of_a_transaction() {
        merchant.behave("{\"outcome\":\"REVERSED_LATER\",\"webhookDelayMs\":0,\"lateByMs\":0,\"forTxn\":\"%s-2\"}"
                .formatted(id));
        settled();
        merchant.awaitStatus(id + "-2", "REVERSED");
        merchant.control("settlement", "{\"amounts\":{\"%s-2\":99}}".formatted(id));

        assertThat(columns(0, 3)).containsExactlyInAnyOrder(id + "-1 100", id + "-2 99", id + "-2 99");
    }

    @Test
    void adds_a_line_that_nobody_asked_for() {
        settled();
        Answer answer = merchant.control(
                "settlement",
                "{\"extra\":[{\"merchantTxnId\":\"stray\",\"direction\":\"PAY\",\"amountPaise\":7,\"utr\":\"900000000001\"}]}");

        JsonNode extra = answer.json().path("extra").path(0);
        assertThat(lines())
                .hasSize(3)
                .last()
                .isEqualTo("stray,%s,PAY,7,SUCCEEDED,900000000001,%s"
                        .formatted(text(extra, "providerTxnId"), text(extra, "settledAt")));
        assertThat(client.get("/upi/v1/transactions/stray").status()).isEqualTo(404);
        assertThat(client.get("/upi/v1/settlements/" + QUIET_DAY).body()).isEqualTo(HEADER);
    }

    @Test
    void forgets_the_distortions_before_when_it_is_given_others() {
        settled();
        merchant.control("settlement", "{\"omit\":[\"%s-1\"]}".formatted(id));
        merchant.control("settlement", "{\"omit\":[\"%s-2\"]}".formatted(id));
        assertThat(columns(0, 3)).containsExactly(id + "-1 100");

        merchant.control("settlement", "{}");
        assertThat(lines()).hasSize(2);
    }

    @Test
    void forgets_its_distortions_on_reset() {
        merchant.control(
                "settlement",
                "{\"omit\":[\"%s-1\"],\"amounts\":{\"%s-2\":99},\"extra\":[{\"merchantTxnId\":\"x\",\"direction\":\"COLLECT\",\"amountPaise\":7,\"utr\":\"1\"}]}"
                        .formatted(id, id));

        client.post("/control/reset", "");

        settled();
        assertThat(columns(0, 3)).containsExactly(id + "-1 100", id + "-2 100");
    }

    @Test
    void of_the_other_provider_is_true_while_this_one_is_distorted() {
        merchant.control("settlement", "{\"omit\":[\"%s\"]}".formatted(id));
        UpiMerchant other = new UpiMerchant("upi-b", client, receiver);
        other.collect(id, 100);
        other.awaitStatus(id, "SUCCEEDED");

        assertThat(lines("upi-b")).singleElement().asString().startsWith(id + ",UPIB");
        assertThat(lines()).isEmpty();
    }

    /** Two collections of 100 paise, one after the other. */
    private void settled() {
        for (String transaction : List.of(id + "-1", id + "-2")) {
            merchant.collect(transaction, 100);
            await().untilAsserted(() -> assertThat(merchant.status(transaction)).isNotEqualTo("PENDING"));
        }
    }

    private List<String> columns(int one, int other) {
        return lines().stream()
                .map(line -> line.split(","))
                .map(columns -> columns[one] + " " + columns[other])
                .toList();
    }

    private List<String> lines() {
        return lines("upi");
    }

    /** Of all days since the test began: midnight in India may lie between. */
    private List<String> lines(String provider) {
        return firstDay.datesUntil(today().plusDays(1))
                .map(day ->
                        client.get("/" + provider + "/v1/settlements/" + day).body())
                .peek(file -> assertThat(file).startsWith(HEADER).endsWith("\n"))
                .flatMap(file -> file.lines().skip(1))
                .toList();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Kolkata"));
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).stringValue();
    }
}
