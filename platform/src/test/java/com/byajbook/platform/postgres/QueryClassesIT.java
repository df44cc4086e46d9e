package com.byajbook.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.gate.WorkClass;
import com.byajbook.platform.problem.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Two classes of queries on one real server, each with connections, time-outs and a gate of its own. */
class QueryClassesIT {

    private static final int MAIN = 8;

    private PostgresFixture postgres = PostgresFixture.fresh("classes");

    @AfterEach
    void close() {
        postgres.close();
    }

    @Test
    void a_slow_report_ends_at_the_server_and_no_other_query_feels_it() {
        Mono<Long> slow = one(postgres.reports(), "select 1 as one from pg_sleep(5)");
        Flux<Throwable> culprits = Flux.range(0, 3).flatMap(i -> failure(slow), 3);

        List<Throwable> innocent = Flux.merge(culprits.thenMany(Flux.<Throwable>empty()), queries(1_000))
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(innocent).isEmpty();
        await().atMost(Duration.ofSeconds(2)).until(() -> sleeping() == 0);
    }

    @Test
    void a_report_whose_caller_went_away_ends_at_the_server_all_the_same() {
        StepVerifier.create(one(postgres.reports(), "select 1 as one from pg_sleep(5)"))
                .thenAwait(Duration.ofMillis(300))
                .thenCancel()
                .verify();

        // Its statement time-out is a second; the sleep would be five.
        await().atMost(Duration.ofSeconds(3)).until(() -> sleeping() == 0);
        await().until(() -> postgres.pools().report().gate().running() == 0);
        StepVerifier.create(one(postgres.reports(), "select 1 as one"))
                .expectNext(1L)
                .verifyComplete();
    }

    @Test
    void reports_that_would_wait_too_long_are_refused_and_say_by_which_limit() {
        Mono<Long> report = one(postgres.reports(), "select 1 as one from pg_sleep(0.3)")
                .contextWrite(context -> WorkClass.into(context, TrafficClass.LOW));

        List<Failure> refusals = Flux.range(0, 20)
                .flatMap(i -> failure(report), 20)
                .map(error -> Failure.behind(error).orElseThrow())
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(refusals).isNotEmpty().allSatisfy(refusal -> {
            assertThat(refusal).isInstanceOf(Failure.Overloaded.class);
            assertThat(refusal.members().get("limit")).asString().startsWith("gate.pool.report.");
            assertThat(refusal.retryAfter()).isPresent();
        });
    }

    @Test
    void who_waits_waits_at_the_gate_and_not_in_the_pool() {
        int[] longest = new int[1];
        var unused = Flux.range(0, 500)
                .flatMap(
                        i -> failure(one(postgres.database(), "select 1 as one")
                                .doOnNext(one -> longest[0] = Math.max(longest[0], pending()))),
                        40)
                .then()
                .block();

        // 40 came at once. One that was let in stands in the pool's queue for an instant, on its way to its connection.
        assertThat(longest[0]).as("waiters in the pool").isLessThanOrEqualTo(MAIN);
    }

    @Test
    void no_statement_is_begun_for_a_caller_who_is_gone() {
        Mono<Long> late = one(postgres.database(), "select 1 as one")
                .contextWrite(new Deadline(Instant.now().minusMillis(1))::into);

        StepVerifier.create(late)
                .expectErrorSatisfies(
                        e -> assertThat(Failure.behind(e)).containsInstanceOf(Failure.DeadlinePassed.class))
                .verify();
        assertThat(postgres.meters()
                        .get("byajbook.deadline.dropped")
                        .tag("where", "pool.main")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(postgres.pools().main().gate().running()).isZero();
    }

    @Test
    void transactions_and_their_queries_share_one_connection_and_its_permit() {
        int[] within = new int[1];
        Mono<Long> twice = one(postgres.database(), "select 1 as one")
                .then(one(postgres.database(), "select 2 as one"))
                .doOnNext(two -> within[0] = postgres.pools().main().gate().running());

        StepVerifier.create(twice.as(postgres.transaction()::transactional))
                .expectNext(2L)
                .verifyComplete();
        assertThat(within[0]).isEqualTo(1);
        await().until(() -> postgres.pools().main().gate().running() == 0);
    }

    @Test
    void without_admission_both_classes_share_one_pool_without_time_outs() {
        postgres.close();
        postgres = PostgresFixture.unprotected("unprotected");

        assertThat(postgres.pools().report()).isSameAs(postgres.pools().main());
        assertThat(postgres.pools().pools()).hasSize(1);
        StepVerifier.create(text("show statement_timeout")).expectNext("0").verifyComplete();
        StepVerifier.create(text("show lock_timeout")).expectNext("0").verifyComplete();
    }

    private Mono<String> text(String sql) {
        return postgres.reports().sql(sql).mapValue(String.class).one();
    }

    private Flux<Throwable> queries(int count) {
        return Flux.range(0, count).flatMap(i -> failure(one(postgres.database(), "select 1 as one")), MAIN);
    }

    private static Mono<Throwable> failure(Mono<Long> query) {
        return query.<Throwable>then(Mono.empty()).onErrorResume(Exception.class, Mono::<Throwable>just);
    }

    private int pending() {
        return postgres.pool().getMetrics().orElseThrow().pendingAcquireSize();
    }

    private long sleeping() {
        return one(
                        postgres.database(),
                        "select count(*)::int as one from pg_stat_activity where datname = current_database()"
                                + " and wait_event = 'PgSleep'")
                .blockOptional()
                .orElseThrow();
    }

    private static Mono<Long> one(DatabaseClient database, String sql) {
        return database.sql(sql)
                .map(row -> Rows.get(row, "one", Integer.class).longValue())
                .first();
    }
}
