package com.byajbook.platform.postgres.slowreports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.postgres.PostgresFixture;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Reports that are slow on purpose, on the real server. */
class SlowReportsIT {

    private final LiveLimits limits = new LiveLimits();
    private final PostgresFixture postgres = PostgresFixture.fresh("slow");
    private final DatabaseClient reports = postgres.reportsBehind(new SlowReportsConfiguration().slowReports(limits));

    @AfterEach
    void close() {
        postgres.close();
    }

    @Test
    void nothing_is_slow_at_first() {
        StepVerifier.create(ask()).expectNext(1).expectComplete().verify(Duration.ofSeconds(5));
    }

    @Test
    void a_slow_one_is_ended_by_the_server_and_its_connection_serves_again() {
        limit("test.slow-report-pct").set(100);
        limit("test.slow-report-ms").set(30_000);

        StepVerifier.create(ask())
                .expectErrorSatisfies(e -> assertThat(e).hasStackTraceContaining("statement timeout"))
                .verify(Duration.ofSeconds(10));

        limit("test.slow-report-pct").set(0);
        StepVerifier.create(ask()).expectNext(1).verifyComplete();
        await().until(() -> postgres.reportsAtWork() == 0);
    }

    @Test
    void one_that_may_sleep_so_long_only_comes_later() {
        limit("test.slow-report-pct").set(100);
        limit("test.slow-report-ms").set(300);
        long begun = System.nanoTime();

        StepVerifier.create(ask()).expectNext(1).verifyComplete();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void a_caller_that_goes_away_leaves_no_connection_behind() {
        limit("test.slow-report-pct").set(100);
        limit("test.slow-report-ms").set(500);

        StepVerifier.create(ask()).thenAwait(Duration.ofMillis(50)).thenCancel().verify();

        assertThat(postgres.reportsAtWork())
                .as("the server still sleeps for it")
                .isEqualTo(1);
        await().until(() -> postgres.reportsAtWork() == 0);
    }

    private Mono<Integer> ask() {
        return reports.sql("select 1").mapValue(Integer.class).one();
    }

    private LiveLimit limit(String name) {
        return limits.find(name).orElseThrow();
    }
}
