package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import com.byajbook.localstack.fault.TcpProxy;
import com.byajbook.localstack.testing.TestServers;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a caller is told while a server behind the edge is away: never a lie, and a retry always counts once. */
class OutagesIT {

    private static final String COUNT = "select count(*) from intake where actor = $1";

    @Test
    void a_database_link_that_is_cut_again_and_again_loses_and_doubles_nothing() throws Exception {
        URI postgres = URI.create(TestServers.get().postgresUrl());
        try (TcpProxy proxy = TcpProxy.to(postgres.getHost(), postgres.getPort());
                ApiInstance api = ApiInstance.start(Map.of("byajbook.postgres.url", through(postgres, proxy)))) {
            Client borrower = api.borrower();
            int people = 8;
            int each = 60;
            ExecutorService pool = Executors.newFixedThreadPool(people);
            List<Future<Integer>> unknowns = new ArrayList<>();
            for (int p = 0; p < people; p++) {
                int person = p;
                unknowns.add(pool.submit(() -> applyUntilAccepted(borrower, "p" + person, each)));
            }
            for (int i = 0; i < 4; i++) {
                Thread.sleep(150);
                proxy.cut();
                Thread.sleep(100);
                proxy.restore();
            }
            int told = 0;
            for (Future<Integer> unknown : unknowns) {
                told += unknown.get(50, TimeUnit.SECONDS);
            }
            pool.shutdown();

            // Otherwise the cuts hit nothing, and this test proved nothing.
            assertThat(told).isPositive();
            assertThat(api.count(COUNT, borrower.user())).isEqualTo((long) people * each);
        }
    }

    @Test
    void a_hung_database_is_told_within_the_time_and_frees_its_slots() {
        URI postgres = URI.create(TestServers.get().postgresUrl());
        try (TcpProxy proxy = TcpProxy.to(postgres.getHost(), postgres.getPort());
                ApiInstance api = ApiInstance.start(Map.of(
                        "byajbook.postgres.url", through(postgres, proxy),
                        "byajbook.intake.commit-timeout", "500ms",
                        "byajbook.postgres.pool.acquire-timeout", "400ms"))) {
            Client borrower = api.borrower();
            assertThat(borrower.apply("before").status()).isEqualTo(202);
            proxy.stallToServer();
            Answer unknown = borrower.apply("k");

            assertThat(unknown.status()).isEqualTo(503);
            assertThat(unknown.code()).isEqualTo("outcome-unknown");
            assertThat(unknown.header("Retry-After")).isPresent();
            assertThat(unknown.header("Retry-After-Ms")).isPresent();
            Answer impatient = Client.send(borrower.request("/v1/me").header("Request-Timeout-Ms", "100"));
            assertThat(impatient.status()).isEqualTo(504);
            assertThat(impatient.code()).isEqualTo("deadline-passed");
            for (String path : List.of("/v1/me", "/v1/loans/" + UUID.randomUUID())) {
                Answer reading = borrower.get(path);
                assertThat(reading.status()).as(reading.body()).isIn(503, 504);
            }

            proxy.flow();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> borrower.apply("k").status() == 202);
            assertThat(api.count(COUNT, borrower.user())).isEqualTo(2);
        }
    }

    @Test
    void acceptance_goes_on_without_the_broker_up_to_the_backlog_and_recovers() {
        URI broker = URI.create(TestServers.get().rabbitUrl());
        try (TcpProxy proxy = TcpProxy.to(broker.getHost(), broker.getPort());
                ApiInstance api = ApiInstance.start(Map.of(
                        "byajbook.rabbitmq.url",
                        "amqp://" + broker.getUserInfo() + "@127.0.0.1:" + proxy.port(),
                        "byajbook.intake.max-backlog",
                        "30",
                        "byajbook.intake.backlog-interval",
                        "50ms"))) {
            Client borrower = api.borrower();
            proxy.cut();
            int accepted = 0;
            Answer answer = borrower.apply("k0");
            while (answer.status() == 202 && accepted < 500) {
                accepted++;
                answer = borrower.apply("k" + accepted);
            }

            assertThat(accepted).isBetween(30, 499);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text("reason")).isEqualTo("intake.backlog-full");
            assertThat(answer.json().path("limitValue").asInt()).isEqualTo(30);

            proxy.restore();
            String refused = "k" + accepted;
            await().atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> borrower.apply(refused).status() == 202);
        }
    }

    @Test
    void what_cannot_be_finished_in_the_callers_time_is_refused_without_an_effect() {
        try (ApiInstance api = ApiInstance.start(Map.of("byajbook.intake.linger", "300ms"))) {
            Client borrower = api.borrower();
            Answer late = Client.send(borrower.json("/v1/loans", Client.LOAN)
                    .header("Idempotency-Key", "k")
                    .header("Request-Timeout-Ms", "50"));
            Answer inTime = Client.send(borrower.json("/v1/loans", Client.LOAN)
                    .header("Idempotency-Key", "k2")
                    .header("Request-Timeout-Ms", "10000"));

            assertThat(late.status()).isEqualTo(504);
            assertThat(late.code()).isEqualTo("deadline-passed");
            assertThat(inTime.status()).isEqualTo(202);
            assertThat(api.count(COUNT, borrower.user())).isEqualTo(1);
        }
    }

    @Test
    void one_transaction_a_request_keeps_the_same_promises() {
        try (ApiInstance api = ApiInstance.start(Map.of("byajbook.intake.mode", "TRANSACTION_PER_REQUEST"))) {
            Client borrower = api.borrower();
            Answer first = borrower.apply("k");
            Answer again = borrower.apply("k");
            Answer other = borrower.post("/v1/loans", "k", Client.LOAN.replace("24", "12"));

            assertThat(first.status()).isEqualTo(202);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.isReplayed()).isTrue();
            assertThat(other.code()).isEqualTo("idempotency-key-reused");
        }
    }

    /** Applies for each loan until it is accepted; returns how often it was told to come again. */
    private static int applyUntilAccepted(Client borrower, String name, int loans) {
        int told = 0;
        for (int i = 0; i < loans; i++) {
            Answer answer = borrower.apply(name + "-" + i);
            while (answer.status() != 202) {
                assertThat(answer.status()).as(answer.body()).isEqualTo(503);
                assertThat(answer.header("Retry-After-Ms")).isPresent();
                told++;
                answer = borrower.apply(name + "-" + i);
            }
        }
        return told;
    }

    private static String through(URI postgres, TcpProxy proxy) {
        return "postgresql://" + postgres.getUserInfo() + "@127.0.0.1:" + proxy.port();
    }
}
