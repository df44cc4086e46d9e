package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import com.byajbook.api.testing.Connection;
import com.byajbook.api.testing.HeldGate;
import com.byajbook.api.testing.LiveClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in when the service is full, and what the others are told. */
// A gate is held for the time of a block, in which nobody touches it.
@SuppressWarnings("try")
class IngressIT {

    private static final String INGRESS = "ingress";
    private static final int WIDTH = 2;
    private static final ApiInstance API = ApiInstance.start(Map.of(
            "byajbook.overload.gates.ingress.width", Integer.toString(WIDTH),
            "byajbook.overload.gates.ingress.floor-every", "0",
            "byajbook.overload.gates.ingress.target-critical", "20s",
            "byajbook.overload.gates.ingress.target-high", "20s",
            "byajbook.overload.gates.ingress.target-normal", "20s",
            "byajbook.overload.gates.ingress.target-low", "0ms",
            "byajbook.overload.gates.intake.width", "3",
            "byajbook.overload.gates.intake.target-high", "0ms"));

    private final Client borrower = API.borrower();

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test
    void says_why_and_until_when_in_the_body_and_in_the_headers() {
        try (HeldGate full = HeldGate.of(API, INGRESS, WIDTH)) {
            Answer refused = Client.send(borrower.request("/v1/loans").header("X-Correlation-Id", "mine-1"));

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Content-Type")).contains("application/problem+json");
            assertThat(refused.header("Cache-Control")).contains("no-store");
            assertThat(refused.header("X-Correlation-Id")).contains("mine-1");
            assertThat(refused.text("type")).isEqualTo("urn:byajbook:problem:overloaded");
            assertThat(refused.code()).isEqualTo("overloaded");
            assertThat(refused.json().path("status").asInt()).isEqualTo(503);
            assertThat(refused.text("title")).isNotEmpty();
            assertThat(refused.text("detail")).contains("gate.ingress.target.low");
            assertThat(refused.text("correlationId")).isEqualTo("mine-1");
            assertThat(refused.text("reason")).isEqualTo("ingress.wait-too-long");
            assertThat(refused.text("class")).isEqualTo("low");
            assertThat(refused.text("limit")).isEqualTo("gate.ingress.target.low");
            assertThat(refused.json().path("limitValue").asLong(-1)).isZero();
            assertThat(refused.json().path("estimatedWaitMs").asLong(-1)).isNotNegative();
            long millis = Long.parseLong(refused.header("Retry-After-Ms").orElseThrow());
            assertThat(millis).isPositive();
            assertThat(refused.header("Retry-After")).contains(Long.toString((millis + 999) / 1000));
        }
    }

    @Test
    void refuses_before_it_asks_who_it_is_and_whatever_class_the_caller_wishes_for() {
        try (HeldGate full = HeldGate.of(API, INGRESS, WIDTH)) {
            Answer stranger =
                    Client.send(HttpRequest.newBuilder(uri("/v1/loans?limit=3")).header("Byajbook-Class", "critical"));

            assertThat(stranger.status()).isEqualTo(503);
            assertThat(stranger.text("class")).isEqualTo("low");
        }
        assertThat(Client.send(HttpRequest.newBuilder(uri("/v1/loans"))).status())
                .isEqualTo(401);
    }

    @Test
    void answers_the_same_over_http_2() throws Exception {
        HttpClient http2 =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request = borrower.request("/v1/loans").build();
        assertThat(http2.send(request, HttpResponse.BodyHandlers.ofString()).version())
                .isEqualTo(HttpClient.Version.HTTP_2);
        try (HeldGate full = HeldGate.of(API, INGRESS, WIDTH)) {
            HttpResponse<String> refused = http2.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(refused.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After-Ms")).isPresent();
            assertThat(refused.headers().firstValue("X-Correlation-Id")).isPresent();
            assertThat(refused.body()).contains("\"reason\":\"ingress.wait-too-long\"", "\"correlationId\":\"");
        }
    }

    @Test
    void a_connection_goes_on_after_refused_posts_with_a_body() throws IOException {
        try (Connection connection = Connection.to(API.port())) {
            for (int i = 0; i < 60; i++) {
                try (HeldGate full = HeldGate.of(API, INGRESS, WIDTH)) {
                    connection.send(post("/v1/quotes", "", QUOTE));
                    assertThat(connection.answer()).startsWith("HTTP/1.1 503").contains("ingress.wait-too-long");
                }
                connection.send(post("/v1/loans", "Idempotency-Key: turn" + i + "\r\n", Client.LOAN));
                assertThat(connection.answer()).startsWith("HTTP/1.1 202");
            }
        }
    }

    @Test
    void a_body_that_comes_after_the_refusal_is_thrown_away() throws IOException {
        try (Connection connection = Connection.to(API.port())) {
            String request = post("/v1/quotes", "", QUOTE);
            int head = request.indexOf("\r\n\r\n") + 4;
            try (HeldGate full = HeldGate.of(API, INGRESS, WIDTH)) {
                connection.send(request.substring(0, head));
                assertThat(connection.answer()).startsWith("HTTP/1.1 503");
                connection.send(request.substring(head, head + 5));
                connection.send(request.substring(head + 5) + post("/v1/quotes", "", QUOTE));
                assertThat(connection.answer()).startsWith("HTTP/1.1 503");
            }
            connection.send(post("/v1/loans", "Idempotency-Key: late\r\n", Client.LOAN));
            assertThat(connection.answer()).startsWith("HTTP/1.1 202");
        }
    }

    @Test
    void who_waits_for_a_word_before_the_body_is_told_and_cut_off() throws IOException {
        try (HeldGate full = HeldGate.of(API, INGRESS, WIDTH);
                Connection connection = Connection.to(API.port())) {
            String request = post("/v1/quotes", "Expect: 100-continue\r\n", QUOTE);
            connection.send(request.substring(0, request.indexOf("\r\n\r\n") + 4));

            assertThat(connection.answer()).startsWith("HTTP/1.1 503").containsIgnoringCase("connection: close");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 3000000\r\n", "Transfer-Encoding: chunked\r\n"})
    void a_body_without_an_end_costs_its_sender_the_connection(String length) throws IOException {
        try (HeldGate full = HeldGate.of(API, INGRESS, WIDTH);
                Connection connection = Connection.to(API.port())) {
            connection.send("POST /v1/quotes HTTP/1.1\r\nHost: x\r\n" + length + "\r\n");

            assertThat(connection.answer()).startsWith("HTTP/1.1 503");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void a_refusal_waits_for_the_answer_before_it_and_answers_keep_their_order() throws IOException {
        try (Connection connection = Connection.to(API.port())) {
            for (int i = 0; i < 10; i++) {
                try (HeldGate almostFull = HeldGate.of(API, INGRESS, WIDTH - 1)) {
                    connection.send(post("/v1/loans", "Idempotency-Key: pipe" + i + "\r\n", Client.LOAN)
                            + post("/v1/quotes", "", QUOTE)
                            + post("/v1/quotes", "", QUOTE));
                    assertThat(connection.answer()).startsWith("HTTP/1.1 202");
                    assertThat(connection.answer()).matches("(?s)HTTP/1.1 (503|[^2]).*");
                    assertThat(connection.answer()).matches("(?s)HTTP/1.1 (503|[^2]).*");
                }
            }
        }
    }

    @Test
    void the_more_important_goes_first_whenever_it_came() throws Exception {
        List<String> order = new ArrayList<>();
        ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        ExecutorService people = Executors.newFixedThreadPool(6);
        try (HeldGate full = HeldGate.of(API, INGRESS, WIDTH)) {
            for (String path : List.of("/v1/me", "/v1/me", "/v1/payments/x", "/v1/payments/y")) {
                int waiting = calls.size();
                calls.add(CompletableFuture.runAsync(
                        () -> {
                            Answer unused = borrower.get(path);
                            done.add(path.substring(0, 6));
                        },
                        people));
                await().until(() -> HeldGate.stage(API, INGRESS).queued() == waiting + 1);
            }
            full.release();
            CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(15, TimeUnit.SECONDS);
            order.addAll(done);
        } finally {
            people.shutdownNow();
        }

        assertThat(order).containsExactly("/v1/pa", "/v1/pa", "/v1/me", "/v1/me");
    }

    @Test
    void open_streams_hold_no_place() throws Exception {
        List<LiveClient> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * WIDTH; i++) {
                LiveClient stream = LiveClient.open(API.borrower(), null);
                streams.add(stream);
                assertThat(stream.next().name()).isEqualTo("ready");
            }
            await().untilAsserted(() ->
                    assertThat(HeldGate.stage(API, INGRESS).inFlight()).isZero());
            assertThat(borrower.apply("beside-streams").status()).isEqualTo(202);
        } finally {
            streams.forEach(LiveClient::close);
        }
    }

    @Test
    void a_stream_waits_for_its_opening_like_anything_else() {
        try (HeldGate full = HeldGate.of(API, INGRESS, WIDTH)) {
            Answer refused = Client.send(borrower.request("/v1/events").header("Request-Timeout-Ms", "1"));

            assertThat(refused.status()).isIn(503, 504);
        }
    }

    @Test
    void probes_are_answered_by_a_full_service() {
        try (HeldGate full = HeldGate.of(API, INGRESS, WIDTH)) {
            Answer health = Client.send(HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + API.opsPort() + "/actuator/health/liveness")));

            assertThat(health.status()).isEqualTo(200);
        }
    }

    @Test
    void what_cannot_be_done_in_the_callers_time_is_refused_at_once() {
        try (HeldGate full = HeldGate.of(API, INGRESS, WIDTH)) {
            Answer refused = Client.send(borrower.request("/v1/me").header("Request-Timeout-Ms", "2"));

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("reason")).isEqualTo("ingress.deadline-too-near");
            assertThat(refused.text("limit")).isEqualTo("request-timeout-ms");
            assertThat(refused.header("Retry-After-Ms")).isPresent();
        }
    }

    @Test
    void a_time_that_means_nothing_is_the_callers_mistake() {
        for (String given : List.of("0", "-1", "soon", "300001", "1.5", "")) {
            Answer answer = Client.send(borrower.request("/v1/me").header("Request-Timeout-Ms", given));

            assertThat(answer.status()).as(given).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("invalid-parameter");
        }
    }

    @Test
    void a_full_intake_is_told_before_the_body_is_read_and_hurts_no_read() throws IOException {
        try (HeldGate full = HeldGate.of(API, "intake", 3);
                Connection connection = Connection.to(API.port())) {
            String request = post("/v1/loans", "Idempotency-Key: full\r\n", Client.LOAN);
            connection.send(request.substring(0, request.indexOf("\r\n\r\n") + 4));

            assertThat(connection.answer()).startsWith("HTTP/1.1 503").contains("intake.wait-too-long");
            assertThat(borrower.get("/v1/me").status()).isEqualTo(404);
        }
        assertThat(borrower.apply("full").status()).isEqualTo(202);
    }

    @Test
    void every_permit_comes_back_from_a_storm_of_clients_that_leave() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<Void>> storms = Stream.iterate(0, i -> i + 1)
                    .limit(16)
                    .map(person -> CompletableFuture.runAsync(() -> storm(person), people))
                    .toList();
            CompletableFuture.allOf(storms.toArray(CompletableFuture[]::new)).get(25, TimeUnit.SECONDS);
        } finally {
            people.shutdownNow();
        }

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(HeldGate.stage(API, INGRESS).inFlight()).isZero();
            assertThat(HeldGate.stage(API, INGRESS).queued()).isZero();
            assertThat(HeldGate.stage(API, "intake").inFlight()).isZero();
        });
        assertThat(borrower.apply("after-the-storm").status()).isEqualTo(202);
    }

    private void storm(int person) {
        for (int i = 0; i < 40; i++) {
            try (Connection connection = Connection.to(API.port())) {
                connection.send(
                        i % 3 == 0
                                ? get("/v1/me")
                                : post("/v1/payments", "Idempotency-Key: s" + person + "-" + i + "\r\n", Client.LOAN));
                Thread.sleep(i % 5);
                connection.reset();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static final String QUOTE = """
            {"amountPaise":2000000,"tenureMonths":24}""";

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + API.port() + path);
    }

    private String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + borrower.token() + "\r\n\r\n";
    }

    private String post(String path, String headers, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + borrower.token()
                + "\r\nContent-Type: application/json\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n"
                + body;
    }
}
