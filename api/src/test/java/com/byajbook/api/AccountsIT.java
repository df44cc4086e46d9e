package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccountsIT {

    private static final UUID NOBODY = new UUID(0, 0);

    private final ApiInstance api = ApiInstance.shared();

    @Test
    void seeds_people_whose_tokens_work() {
        List<String> tokens = seed(api, "count=3&role=borrower");
        Answer me = new Client(api.port(), NOBODY, tokens.get(2)).get("/v1/me");

        assertThat(tokens).hasSize(3);
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("phone")).isEqualTo("+919000000003");
        assertThat(me.text("kyc")).isEqualTo("COMPLETE");
        assertThat(me.text("role")).isEqualTo("BORROWER");
        assertThat(new Client(
                                api.port(),
                                NOBODY,
                                seed(api, "count=1&role=lender").get(0))
                        .get("/v1/me")
                        .text("role"))
                .isEqualTo("LENDER");
        assertThat(new Client(api.port(), NOBODY, seed(api, "count=1&role=ops").get(0))
                        .get("/v1/me")
                        .text("role"))
                .isEqualTo("OPS");
    }

    @Test
    void seeds_the_same_people_every_time() {
        Answer first = new Client(api.port(), NOBODY, seed(api, "count=1").get(0)).get("/v1/me");
        Answer again = new Client(api.port(), NOBODY, seed(api, "count=1").get(0)).get("/v1/me");

        assertThat(again.text("id")).isEqualTo(first.text("id"));
    }

    @Test
    void seeds_ten_thousand_in_a_moment() {
        try (ApiInstance fresh = ApiInstance.start(Map.of())) {
            long before = System.nanoTime();
            List<String> tokens = seed(fresh, "count=10000");

            assertThat(tokens).hasSize(10_000).doesNotHaveDuplicates();
            assertThat(fresh.count("select count(*) from users")).isEqualTo(10_000);
            // Generous: what is meant is "no round trip a person", which would take a minute.
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void refuses_nonsense() {
        for (String query : List.of("count=0", "count=-1", "count=x", "count=100000", "count=1&role=king")) {
            assertThat(Client.send(seeding(api, query)).status()).as(query).isEqualTo(400);
        }
    }

    @Test
    void does_not_exist_on_the_public_port_nor_when_it_is_not_switched_on() {
        assertThat(Client.send(HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + api.port() + "/ops/local-users?count=1"))
                                .POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(404);
        try (ApiInstance production = ApiInstance.start(Map.of("byajbook.local-users.enabled", "false"))) {
            assertThat(Client.send(seeding(production, "count=1")).status()).isEqualTo(404);
        }
    }

    @Test
    void changes_language_and_channels() {
        Client me = new Client(api.port(), NOBODY, seed(api, "count=7").get(6));
        long before = me.get("/v1/me").json().path("version").asLong();
        Answer changed = Client.send(me.request("/v1/me/notification-preferences")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"language\":\"hi\",\"channels\":[\"WHATSAPP\"]}")));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("language")).isEqualTo("hi");
        assertThat(changed.json().path("channels").get(0).asString()).isEqualTo("WHATSAPP");
        assertThat(changed.json().path("version").asLong()).isEqualTo(before + 1);
        assertThat(me.get("/v1/me").body()).isEqualTo(changed.body());
    }

    @Test
    void the_contract_is_published() {
        Answer document =
                Client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/v3/api-docs")));

        assertThat(document.status()).isEqualTo(200);
        assertThat(document.text("openapi")).startsWith("3.1");
        assertThat(document.json().path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/v1/commitments/{id}",
                        "/v1/events",
                        "/v1/loans",
                        "/v1/loans/{id}",
                        "/v1/loans/{id}/acceptance",
                        "/v1/loans/{id}/autopay",
                        "/v1/loans/{id}/cancellation",
                        "/v1/loans/{id}/commitments",
                        "/v1/loans/{id}/foreclosure-quote",
                        "/v1/loans/{id}/kfs",
                        "/v1/loans/{id}/schedule",
                        "/v1/loans/{id}/statement",
                        "/v1/marketplace/loans",
                        "/v1/me",
                        "/v1/me/notification-preferences",
                        "/v1/payments",
                        "/v1/payments/{id}",
                        "/v1/portfolio",
                        "/v1/quotes",
                        "/v1/wallet",
                        "/v1/wallet/deposits",
                        "/v1/wallet/deposits/{id}",
                        "/v1/wallet/statement",
                        "/webhooks/upi");
        assertThat(document.json().at("/paths/~1v1~1loans/post/responses").propertyNames())
                .contains("202", "400", "401", "413", "415", "422", "503", "504")
                .doesNotContain("200");
        for (String wish : List.of("acceptance", "autopay", "cancellation", "commitments")) {
            JsonNode call = document.json().at("/paths/~1v1~1loans~1{id}~1" + wish + "/post");
            assertThat(call.path("responses").propertyNames())
                    .as(wish)
                    .contains("202", "422")
                    .doesNotContain("200");
            assertThat(call.path("parameters").toString())
                    .contains("Idempotency-Key")
                    .doesNotContain("\"name\":\"caller\"", "\"name\":\"key\"");
        }
        assertThat(document.json().at("/components/schemas").propertyNames())
                .contains("Loan", "Payment", "RepaymentSplit", "Commitment", "Transfer", "Wallet", "WalletStatement")
                .contains(
                        "ListingPage",
                        "Listing",
                        "Portfolio",
                        "Share",
                        "LoanStatement",
                        "LoanSchedule",
                        "ForeclosureQuote",
                        "Autopay");
        assertThat(document.json().at("/paths/~1v1~1loans/post/parameters").toString())
                .contains("Idempotency-Key", "Request-Timeout-Ms")
                .doesNotContain("\"name\":\"caller\"", "\"name\":\"key\"");
    }

    @Test
    void health_and_metrics_live_on_the_other_port() {
        for (String path : List.of("/actuator/health/readiness", "/actuator/health/liveness", "/actuator/prometheus")) {
            URI there = URI.create("http://127.0.0.1:" + api.opsPort() + path);
            assertThat(Client.send(HttpRequest.newBuilder(there)).status())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(api.borrower().get("/actuator/health").status()).isEqualTo(404);
    }

    private static List<String> seed(ApiInstance at, String query) {
        Answer answer = Client.send(seeding(at, query));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().toList();
    }

    private static HttpRequest.Builder seeding(ApiInstance at, String query) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at.opsPort() + "/ops/local-users?" + query))
                .POST(BodyPublishers.noBody());
    }
}
