package com.byajbook.loanengine.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.loanengine.underwriting.usecase.DecideApplications;
import com.byajbook.localstack.fault.TcpProxy;
import com.byajbook.localstack.testing.TestServers;
import com.byajbook.platform.message.ApplyForLoan;
import com.byajbook.platform.message.LoanDecided.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The link to PostgreSQL is cut and comes back, the way a restart or a failover looks from here. */
class DatabaseCutIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private TcpProxy link;
    private RunningEngine engine;

    @BeforeEach
    void start() throws Exception {
        URI postgres = URI.create(TestServers.get().postgresUrl());
        link = TcpProxy.to(postgres.getHost(), postgres.getPort());
        engine = RunningEngine.on(
                "postgresql://" + postgres.getUserInfo() + "@127.0.0.1:" + link.port(),
                Map.of("byajbook.postgres.pool.acquire-timeout", "1s"));
    }

    @AfterEach
    void stop() throws Exception {
        link.restore();
        engine.close();
        link.close();
    }

    @Test
    void applications_caught_by_a_cut_are_decided_once_when_the_link_is_back() {
        UUID borrower = UUID.randomUUID();
        engine.report(borrower, Map.of("score", 820L, "monthlyIncomePaise", 50_00_000_00L));
        List<ApplyForLoan> applications = Stream.generate(() -> engine.application(borrower, 50_000_00, 12))
                .limit(50)
                .toList();
        engine.send(applications);

        link.cut();
        link.restore();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(applications)
                        .allSatisfy(application ->
                                assertThat(engine.heardOf(application.loanId())).isNotEmpty()));
        assertThat(applications.stream()
                        .flatMap(application ->
                                engine.heardOf(application.loanId()).stream().distinct())
                        .filter(event -> event.outcome() == Outcome.OFFERED))
                .as("10 lakh in parts of half a lakh")
                .hasSize(20);
        assertThat(engine.count("select open_paise from borrower_exposure where borrower_id = $1", borrower))
                .isEqualTo(10_00_000_00);
    }

    @Test
    void a_query_during_a_cut_is_told_to_come_back_and_answered_after_it() {
        ApplyForLoan application = engine.application(UUID.randomUUID(), 50_000_00, 12);
        engine.bean(DecideApplications.class).decide(List.of(application)).block(PATIENCE);
        String path = "/internal/borrowers/" + application.borrowerId() + "/loans/" + application.loanId();

        link.cut();

        engine.http()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("dependency-unavailable");

        link.restore();
        await().atMost(PATIENCE)
                .untilAsserted(() -> engine.http()
                        .get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.id")
                        .isEqualTo(application.loanId().toString()));
    }
}
