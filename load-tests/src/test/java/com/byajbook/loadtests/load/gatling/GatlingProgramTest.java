package com.byajbook.loadtests.load.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.load.curve.RateCurve;
import com.byajbook.loadtests.load.curve.Shape;
import com.byajbook.loadtests.load.live.Watchers;
import com.byajbook.loadtests.load.record.Figures;
import com.byajbook.loadtests.load.record.Promise;
import com.byajbook.loadtests.load.record.Recorder;
import com.byajbook.loadtests.load.record.Run;
import com.byajbook.loadtests.load.traffic.Citizen;
import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.Crowd;
import com.byajbook.loadtests.load.traffic.Mix;
import com.byajbook.loadtests.verdict.Witness;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.CoreDsl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real Gatling against a small server that accepts, refuses or keeps silent. */
@Timeout(120)
final class GatlingProgramTest {
    private static final int PER_SECOND = 20;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private @Nullable HttpServer server;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void close() {
        running().stop(0);
        threads.shutdownNow();
    }

    @Test
    void runs_twice_in_one_jvm_and_talks_to_nobody_but_the_platform() throws Exception {
        answer(exchange -> reply(exchange, 202, "{\"id\":\"" + UUID.randomUUID() + "\"}"));
        Queue<URI> others = new ConcurrentLinkedQueue<>();
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new Watching(others));
        try {
            GatlingProgram.Report first = GatlingProgram.run(orders(2, Clients.ONCE, List.of()), folder);
            Orders orders = orders(2, Clients.ONCE, List.of());
            GatlingProgram.run(orders, folder.resolve("second"));

            assertThat(first.page()).isPresent();
            assertThat(first.assertionsHold()).isTrue();
            assertThat(requests).hasValue(2 * 2 * PER_SECOND);
            assertThat(others).isEmpty();
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void counts_refusals_by_their_reason_and_sends_naive_clients_again_at_once() {
        answer(exchange -> {
            exchange.getResponseHeaders().add("Retry-After-Ms", "700");
            reply(exchange, 503, "{\"code\":\"overloaded\",\"reason\":\"promise\"}");
        });
        Recorder[] recorder = {null};
        GatlingProgram.Report report = GatlingProgram.run(
                orders(
                        1,
                        Clients.NAIVE,
                        List.of(CoreDsl.global().successfulRequests().percent().gte(50.0)),
                        recorder),
                folder);

        Figures figures = recorder[0].figures();
        assertThat(figures.total().refused()).isEqualTo(PER_SECOND);
        assertThat(figures.total().attempts()).isEqualTo(4 * PER_SECOND);
        assertThat(figures.total().shed()).containsExactlyEntriesOf(java.util.Map.of("promise", 4L * PER_SECOND));
        assertThat(report.assertionsHold()).isFalse();
    }

    @Test
    void counts_silence_with_its_age() {
        answer(exchange -> {
            try {
                Thread.sleep(5_000);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        Recorder[] recorder = {null};
        var unused = GatlingProgram.run(orders(1, Clients.ONCE, List.of(), recorder), folder);

        Figures figures = recorder[0].figures();
        assertThat(figures.total().errors()).containsEntry("no answer", (long) PER_SECOND);
        assertThat(figures.total().p50()).isGreaterThan(1_000);
    }

    private Orders orders(int seconds, Clients clients, List<Assertion> assertions) {
        return orders(seconds, clients, assertions, new Recorder[1]);
    }

    private Orders orders(int seconds, Clients clients, List<Assertion> assertions, @Nullable Recorder[] recorder) {
        RateCurve curve = RateCurve.of(Shape.steady(), PER_SECOND, seconds, 0);
        Citizen citizen = Citizen.of(
                new Person(UUID.randomUUID(), "token"), UUID.randomUUID(), Optional.of(UUID.randomUUID()), "{}");
        Crowd crowd = new Crowd(List.of(citizen), Mix.evening(), false, "{}");
        recorder[0] = new Recorder(curve, Promise.usual(), crowd);
        return new Orders(
                List.of(URI.create("http://127.0.0.1:" + running().getAddress().getPort())),
                new Run(curve, crowd, clients, recorder[0], new Witness()),
                Watchers.none(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                assertions);
    }

    private HttpServer running() {
        return java.util.Objects.requireNonNull(server);
    }

    private void answer(Answering answering) {
        running().createContext("/", exchange -> {
            requests.incrementAndGet();
            answering.to(exchange);
        });
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private interface Answering {
        void to(HttpExchange exchange) throws IOException;
    }

    /** Every HTTP client of the JDK asks it before it connects anywhere. */
    private static final class Watching extends ProxySelector {
        private final Queue<URI> others;

        Watching(Queue<URI> others) {
            this.others = others;
        }

        @Override
        public List<Proxy> select(URI uri) {
            others.add(uri);
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            others.add(uri);
        }
    }
}
