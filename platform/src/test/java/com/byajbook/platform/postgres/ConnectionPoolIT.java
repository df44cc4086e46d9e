package com.byajbook.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The pool that every service gets, against the real server. */
class ConnectionPoolIT {

    private static final int SIZE = 8;

    private PostgresFixture postgres = PostgresFixture.fresh("pool");

    @AfterEach
    void close() {
        postgres.close();
    }

    /** The driver forgets to release a row in some hundred thousand cancels (r2dbc-postgresql 731): so many it is not. */
    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void survives_a_storm_of_cancelled_queries() {
        Mono<Long> query = Mono.defer(() -> one("select 1 as one"));
        Flux.range(0, 10_000)
                .flatMap(
                        i -> query.timeout(Duration.ofNanos(1_000L * (i % 400)))
                                .onErrorResume(Exception.class, e -> Mono.empty()),
                        16)
                .then()
                .block();

        await().until(() -> metrics().acquiredSize() == 0 && running() == 0);

        // What a cancel left broken is found by the check before it is handed out: it costs one caller, and is
        // replaced.
        assertThat(failuresOf(100)).isLessThanOrEqualTo(SIZE);
        assertThat(failuresOf(1_000)).isZero();
        await().until(() -> metrics().acquiredSize() == 0 && running() == 0);
    }

    private long failuresOf(int queries) {
        return Flux.range(0, queries)
                .flatMap(
                        i -> one("select 1 as one")
                                .<Throwable>then(Mono.empty())
                                .onErrorResume(Exception.class, Mono::<Throwable>just),
                        SIZE)
                .count()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void ends_a_statement_at_the_server_when_it_takes_too_long() {
        StepVerifier.create(one("select 1 as one from pg_sleep(10)"))
                .expectErrorSatisfies(e -> assertThat(e).hasMessageContaining("statement timeout"))
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void refuses_waiters_beyond_its_bound_at_once_and_others_in_time() {
        postgres.close();
        postgres = PostgresFixture.waitingAtMost(Duration.ofSeconds(1), "pool");
        List<Throwable> errors = Flux.range(0, 100)
                .flatMap(
                        i -> past("select 1 as one from pg_sleep(1.5)")
                                .<Throwable>then(Mono.empty())
                                .onErrorResume(Exception.class, Mono::<Throwable>just),
                        100)
                .collectList()
                .blockOptional()
                .orElseThrow();

        // 8 run, 50 may wait for a second, the other 42 are refused at once.
        assertThat(errors).hasSize(92).allMatch(e -> e instanceof DataAccessException || e instanceof R2dbcException);
    }

    private int running() {
        return postgres.pools().main().gate().running();
    }

    private Mono<Long> past(String sql) {
        return one(DatabaseClient.create(postgres.pool()), sql);
    }

    private Mono<Long> one(String sql) {
        return one(postgres.database(), sql);
    }

    private static Mono<Long> one(DatabaseClient database, String sql) {
        return database.sql(sql)
                .map(row -> Rows.get(row, "one", Integer.class).longValue())
                .first();
    }

    private PoolMetrics metrics() {
        return postgres.pool().getMetrics().orElseThrow();
    }
}
