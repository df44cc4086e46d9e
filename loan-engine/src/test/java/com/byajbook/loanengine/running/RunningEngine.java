package com.byajbook.loanengine.running;

import com.byajbook.loanengine.LoanEngineApplication;
import com.byajbook.localstack.sandbox.Sandbox;
import com.byajbook.localstack.testing.Servers;
import com.byajbook.localstack.testing.TestServers;
import com.byajbook.platform.message.ApplyForLoan;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.messaging.ConsumerBinding;
import com.byajbook.platform.messaging.MessageTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The service as it is deployed, on real servers with a database and queues of its own, and a credit bureau in this process. */
final class RunningEngine implements AutoCloseable {

    static final String TOKEN = "token-of-the-test";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A test machine may be slow; only the tests that are about time-outs set short ones. */
    private static final Map<String, String> PATIENT = Map.of(
            "byajbook.remote.credit-bureau.timeout", "20s",
            "byajbook.remote.credit-bureau.slow-call", "20s",
            "byajbook.postgres.pool.acquire-timeout", "20s",
            "byajbook.postgres.pool.lock-timeout", "20s",
            "byajbook.postgres.pool.statement-timeout", "20s");

    /** A busy machine may be slow to connect; the consumer would wait and try again, and so do those who go past it. */
    static final Retry WITHOUT_CONNECTION = Retry.backoff(20, Duration.ofMillis(100))
            .maxBackoff(Duration.ofSeconds(2))
            .filter(CannotCreateTransactionException.class::isInstance);

    private final Sandbox sandbox;
    private final ConfigurableApplicationContext context;
    private final WebClient control;

    private RunningEngine(Sandbox sandbox, ConfigurableApplicationContext context) {
        this.sandbox = sandbox;
        this.context = context;
        this.control = WebClient.create(sandbox.baseUrl());
    }

    static RunningEngine start(Map<String, String> settings) {
        return on(TestServers.get().postgresUrl(), settings);
    }

    /** Beside whatever else the test plays. */
    static RunningEngine start(Map<String, String> settings, Class<?> played) {
        return on(TestServers.get().postgresUrl(), settings, played);
    }

    /** With PostgreSQL at this address, which may be a proxy's. */
    static RunningEngine on(String postgresUrl, Map<String, String> settings) {
        return on(postgresUrl, settings, Listening.class);
    }

    private static RunningEngine on(String postgresUrl, Map<String, String> settings, Class<?> played) {
        Servers servers = TestServers.get();
        Sandbox sandbox = Sandbox.start(0);
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "server.port",
                "0",
                "management.server.port",
                "0",
                "byajbook.internal-token",
                TOKEN,
                "byajbook.postgres.url",
                postgresUrl,
                "byajbook.postgres.database",
                TestServers.freshDatabase("lending"),
                "byajbook.rabbitmq.url",
                servers.rabbitUrl(),
                "byajbook.rabbitmq.prefix",
                TestServers.freshPrefix(),
                "byajbook.remote.credit-bureau.url",
                sandbox.baseUrl()));
        all.putAll(PATIENT);
        all.putAll(settings);
        return new RunningEngine(
                sandbox,
                new SpringApplicationBuilder(LoanEngineApplication.class, Listening.class, played)
                        .run(all.entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                                .toArray(String[]::new)));
    }

    /** A verified borrower's application. */
    ApplyForLoan application(UUID borrower, long amountPaise, int tenureMonths) {
        return new ApplyForLoan(
                UUID.randomUUID(),
                bean(Clock.class).instant(),
                UUID.randomUUID(),
                borrower,
                true,
                amountPaise,
                tenureMonths,
                "Sister's wedding");
    }

    /** Sends commands as the api would: out of an outbox, through the broker. */
    void send(List<? extends Message> commands) {
        bean(MessageTransaction.class)
                .commit(Mono.just(List.copyOf(commands)))
                .then()
                .block(PATIENCE);
    }

    /** What was announced about these loans, through the broker. */
    List<LoanDecided> heardOf(UUID loan) {
        return bean(Listening.class).heard.stream()
                .filter(event -> event.loanId().equals(loan))
                .toList();
    }

    /** Changes what the bureau knows about a borrower, who owes nothing anywhere unless the facts say so. */
    void report(UUID borrower, Map<String, Long> facts) {
        Map<String, Long> all = new HashMap<>(Map.of("monthlyObligationsPaise", 0L, "p2pOutstandingPaise", 0L));
        all.putAll(facts);
        put("/control/bureau/borrowers/" + borrower, all);
    }

    /** Changes how the bureau behaves. */
    void bureau(Map<String, Object> faults) {
        put("/control/partners/bureau", faults);
    }

    private void put(String path, Object body) {
        control.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .retrieve()
                .toBodilessEntity()
                .then()
                .block(PATIENCE);
    }

    long count(String query, UUID argument) {
        Long count = bean(DatabaseClient.class)
                .sql(query)
                .bind(0, argument)
                .mapValue(Long.class)
                .one()
                .block(PATIENCE);
        return count == null ? 0 : count;
    }

    WebTestClient http() {
        return anonymousHttp()
                .mutate()
                .defaultHeaders(headers -> headers.setBearerAuth(TOKEN))
                .build();
    }

    WebTestClient anonymousHttp() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port("local.server.port"))
                .responseTimeout(PATIENCE)
                .build();
    }

    WebTestClient operations() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port("local.management.port"))
                .responseTimeout(PATIENCE)
                .build();
    }

    private String port(String property) {
        return context.getEnvironment().getRequiredProperty(property);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        sandbox.close();
    }

    /** Hears what the engine announces, as another service would. */
    static class Listening {

        private final ConcurrentLinkedQueue<LoanDecided> heard = new ConcurrentLinkedQueue<>();

        @Bean
        ConsumerBinding<LoanDecided> decisions() {
            return ConsumerBinding.of("test.decisions", LoanDecided.class)
                    .handledBy(events -> Mono.fromRunnable(() -> heard.addAll(events)));
        }
    }
}
