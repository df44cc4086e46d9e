package com.byajbook.paymentflow.stories;

import static org.awaitility.Awaitility.await;

import com.byajbook.localstack.sandbox.Sandbox;
import com.byajbook.localstack.testing.Servers;
import com.byajbook.localstack.testing.TestServers;
import com.byajbook.paymentflow.PaymentFlowApplication;
import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.messaging.MessageTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs for people, with a provider of its own, a database of its own and the patience of a test. */
final class RunningService implements AutoCloseable {

    static final String TOKEN = "a-token-for-these-tests";
    static final long AMOUNT_PAISE = 250_000;

    private final Sandbox sandbox = Sandbox.start(0);
    private final WebhookReceiver webhooks = new WebhookReceiver(this::send);
    private final ConfigurableApplicationContext context;

    private RunningService(Map<String, Object> overrides) {
        Servers servers = TestServers.get();
        Map<String, Object> properties = new LinkedHashMap<>(Map.ofEntries(
                Map.entry("server.port", 0),
                Map.entry("management.server.port", 0),
                Map.entry("byajbook.internal-token", TOKEN),
                Map.entry("byajbook.postgres.url", servers.postgresUrl()),
                Map.entry("byajbook.postgres.database", TestServers.freshDatabase("payments")),
                // Few logins at a time: on a machine full of other tests they are what takes longest.
                Map.entry("byajbook.postgres.pool.size", 8),
                Map.entry("byajbook.postgres.pool.acquire-timeout", "5s"),
                Map.entry("byajbook.rabbitmq.url", servers.rabbitUrl()),
                Map.entry("byajbook.rabbitmq.prefix", TestServers.freshPrefix()),
                Map.entry("byajbook.remote.upi-provider.url", sandbox.baseUrl()),
                Map.entry("byajbook.remote.upi-provider-b.url", sandbox.baseUrl()),
                Map.entry("byajbook.remote.upi-provider.timeout", "500ms"),
                Map.entry("byajbook.remote.upi-provider.slow-call", "400ms"),
                Map.entry("byajbook.remote.upi-provider.open-for", "500ms"),
                // Days are compared when a story says so.
                Map.entry("byajbook.settlement.enabled", false),
                Map.entry("byajbook.upi.callback-url", webhooks.url()),
                Map.entry("byajbook.payments.sweep-every", "100ms"),
                Map.entry("byajbook.payments.measure-every", "200ms"),
                Map.entry("byajbook.payments.lease", "15s"),
                Map.entry("byajbook.payments.checks.spacing", "700ms"),
                Map.entry("byajbook.payments.retry.first", "200ms"),
                Map.entry("byajbook.payments.retry.longest", "1s")));
        properties.putAll(overrides);
        this.context = new SpringApplicationBuilder(PaymentFlowApplication.class, Announced.class)
                .web(WebApplicationType.REACTIVE)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
    }

    /** Waits until the database answers, so that no story pays for a cold start. */
    private RunningService warm() {
        await().atMost(Duration.ofSeconds(40)).ignoreExceptions().until(() -> count("payment where $1 > 0", 1) == 0);
        return this;
    }

    static RunningService start() {
        return start(Map.of());
    }

    static RunningService start(Map<String, Object> overrides) {
        return new RunningService(overrides).warm();
    }

    /** Sends a command to collect, as the intake does. @return the payment */
    InitiatePayment pay() {
        InitiatePayment command = command();
        send(List.of(command));
        return command;
    }

    static InitiatePayment command() {
        return new InitiatePayment(
                UUID.randomUUID(),
                Instant.parse("2026-10-20T12:00:00Z"),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                AMOUNT_PAISE,
                "UPI");
    }

    /** Puts messages on the broker. */
    void send(List<? extends Message> messages) {
        context.getBean(MessageTransaction.class)
                .commit(Mono.just(List.copyOf(messages)))
                .then()
                .block();
    }

    Announced announced() {
        return context.getBean(Announced.class);
    }

    SandboxControl provider() {
        return new SandboxControl(sandbox.baseUrl(), context.getBean(JsonMapper.class));
    }

    WebhookReceiver webhooks() {
        return webhooks;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    DatabaseClient database() {
        return context.getBean(DatabaseClient.class);
    }

    MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }

    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    long count(String query, Object argument) {
        Long count = database()
                .sql("select count(*) as n from " + query)
                .bind(0, argument)
                .map(row -> row.get("n", Long.class))
                .one()
                .block();
        return count == null ? 0 : count;
    }

    @Override
    public void close() {
        context.close();
        webhooks.close();
        sandbox.close();
    }
}
