package com.byajbook.loanengine.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.overload.gate.Gates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Reads while somebody holds the table of loans. */
class LockedTableIT {

    private static RunningEngine engine;

    @BeforeAll
    static void start() {
        engine = RunningEngine.start(Map.of());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void a_list_ends_at_the_server_soon_and_what_needs_no_loans_is_not_touched() {
        Disposable lock = lock();
        long begun = System.nanoTime();

        assertThat(list()).isEqualTo(503);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(other()).isEqualTo(1);
        assertThat(running("pool.report")).isZero();
        lock.dispose();
        await().until(() -> list() == 200);
    }

    @Test
    void a_read_whose_time_is_over_is_told_so_and_counted() {
        Disposable lock = lock();
        double before = dropped();

        int answer = status(engine.http()
                .get()
                .uri("/internal/borrowers/{b}/loans/{l}", UUID.randomUUID(), UUID.randomUUID())
                .header("Request-Timeout-Ms", "150"));

        assertThat(answer).isEqualTo(504);
        assertThat(dropped()).isEqualTo(before + 1);
        lock.dispose();
        await().until(() -> running("pool.main") == 0);
    }

    private static int list() {
        return status(engine.http().get().uri("/internal/borrowers/{b}/loans", UUID.randomUUID()));
    }

    private static int status(WebTestClient.RequestHeadersSpec<?> request) {
        return request.exchange()
                .expectBody(byte[].class)
                .returnResult()
                .getStatus()
                .value();
    }

    private static int running(String gate) {
        return engine.bean(Gates.class).find(gate).orElseThrow().running();
    }

    private static double dropped() {
        Counter counter = engine.bean(MeterRegistry.class)
                .find("byajbook.deadline.dropped")
                .tag("where", "read")
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private static long other() {
        return engine.bean(DatabaseClient.class)
                .sql("select count(*) from borrower_exposure")
                .mapValue(Long.class)
                .one()
                .map(count -> 1L)
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();
    }

    /** Until it is disposed of, nobody else reads or writes loans. */
    private static Disposable lock() {
        boolean[] held = new boolean[1];
        Disposable holding = engine.bean(DatabaseClient.class)
                .sql("lock table loan in access exclusive mode")
                .then()
                .doOnSuccess(done -> held[0] = true)
                .then(Mono.never())
                .as(engine.bean(TransactionalOperator.class)::transactional)
                .subscribe();
        await().until(() -> held[0]);
        return holding;
    }
}
