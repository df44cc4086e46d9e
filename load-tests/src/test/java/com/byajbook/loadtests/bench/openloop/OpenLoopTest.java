package com.byajbook.loadtests.bench.openloop;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.Person;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The generator against a server whose behaviour is known to the request. */
class OpenLoopTest {
    private static final Map<Kind, Integer> QUOTES = Map.of(Kind.QUOTE, 100);
    private static final Duration PROMISE = Duration.ofMillis(500);
    private static final Duration LENGTH = Duration.ofSeconds(1);
    private static final int RATE = 100;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger came = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void starts() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stops() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void counts_every_arrival_of_the_curve_once() {
        answer(exchange -> respond(exchange, 200, 0));

        Tally tally = run(Patience.once(Duration.ofSeconds(5)));

        assertThat(tally.total().due()).isEqualTo(RATE);
        assertThat(came).hasValue(RATE);
        assertThat(tally.total().good() + tally.total().late).isEqualTo(RATE);
    }

    @Test
    void a_server_that_stands_still_hides_nothing() {
        CountDownLatch thawed = new CountDownLatch(1);
        answer(exchange -> {
            await(thawed);
            respond(exchange, 200, 0);
        });
        threads.execute(() -> {
            while (came.get() < RATE) {
                Thread.onSpinWait();
            }
            thawed.countDown();
        });

        Tally tally = run(Patience.once(Duration.ofSeconds(20)));

        // All arrived while nothing was answered, and the first of them waited for almost the whole second.
        assertThat(tally.total().due()).isEqualTo(RATE);
        assertThat(tally.percentileMillis(100)).isGreaterThan(900);
        assertThat(tally.percentileMillis(50)).isGreaterThan(400);
    }

    @Test
    void the_obedient_come_back_when_they_were_told_to() {
        answer(exchange -> {
            boolean first = came.get() <= RATE;
            respond(exchange, first ? 503 : 200, first ? 1_200 : 0);
        });

        Tally tally = run(new Patience(Duration.ofSeconds(20), 5, Patience.Style.OBEDIENT));

        assertThat(tally.total().good() + tally.total().late).isEqualTo(RATE);
        assertThat(tally.total().refusals()).isEqualTo(RATE);
        assertThat(tally.attemptsPerSuccess())
                .isBetween(2.0, 2.0 * RATE / Math.max(1, tally.total().good()));
        assertThat(tally.medianPromiseError()).isLessThan(1);
    }

    @Test
    void who_gets_no_answer_gives_up_and_is_counted() {
        CountDownLatch never = new CountDownLatch(1);
        answer(exchange -> await(never));

        Tally tally = run(Patience.once(Duration.ofMillis(300)));
        never.countDown();

        assertThat(tally.total().timeouts()).isEqualTo(RATE);
        assertThat(tally.total().good()).isZero();
    }

    private Tally run(Patience patience) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Mix mix = Mix.of(address, QUOTES, List.of(new Person(UUID.randomUUID(), "a.b.c")), List.of());
        return new OpenLoop(address, mix, patience, PROMISE).run(LENGTH, Duration.ofSeconds(20), second -> RATE);
    }

    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private void answer(Behaviour behaviour) {
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            came.incrementAndGet();
            behaviour.answer(exchange);
        });
    }

    private static void respond(HttpExchange exchange, int status, long retryAfterMillis) throws IOException {
        exchange.getResponseHeaders().add("Retry-After-Ms", Long.toString(retryAfterMillis));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            boolean unused = latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
