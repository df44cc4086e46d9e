package com.byajbook.notifications.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.localstack.sandbox.Sandbox;
import com.byajbook.localstack.testing.TestServers;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.messaging.MessageTransaction;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;

/** The whole service in this process, once for all tests, with its own database, queues and partners. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "byajbook.delivery.backoff-min=200ms",
            "byajbook.delivery.pause=300ms",
            "byajbook.delivery.sweep-every=100ms",
            "byajbook.waiting.look-every=100ms",
            "byajbook.waiting.look-again-min=300ms",
            "byajbook.remote.sms-gateway.timeout=500ms",
            "byajbook.remote.sms-gateway.open-for=500ms",
            "byajbook.remote.whatsapp-gateway.timeout=500ms",
            "byajbook.remote.whatsapp-gateway.open-for=500ms"
        })
abstract class RunningService {
    private static final Sandbox SANDBOX = Sandbox.start(0);
    private static final String DATABASE = TestServers.freshDatabase("notifications");
    private static final String PREFIX = TestServers.freshPrefix();

    static final Partners PARTNERS = new Partners(SANDBOX.baseUrl());

    final UUID user = UUID.randomUUID();
    final String phone = "+9198" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);

    @Autowired
    private MessageTransaction transaction;

    @Autowired
    private DatabaseClient database;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("byajbook.postgres.url", () -> TestServers.get().postgresUrl());
        registry.add("byajbook.postgres.database", () -> DATABASE);
        registry.add("byajbook.rabbitmq.url", () -> TestServers.get().rabbitUrl());
        registry.add("byajbook.rabbitmq.prefix", () -> PREFIX);
        registry.add("byajbook.remote.sms-gateway.url", SANDBOX::baseUrl);
        registry.add("byajbook.remote.whatsapp-gateway.url", SANDBOX::baseUrl);
    }

    @BeforeEach
    void healPartners() {
        PARTNERS.reset();
    }

    /** Sends through the outbox and the broker, the way another service would. */
    void publish(Message... messages) {
        List<Message> sent = transaction.commit(Mono.just(List.of(messages))).block();
        assertThat(sent).hasSize(messages.length);
    }

    /** How many notifications of this state the person has. */
    long notifications(UUID recipient, String state) {
        return number("select count(*) as n from notification where recipient = '%s' and state = '%s'"
                .formatted(recipient, state));
    }

    long number(String sql) {
        return database.sql(sql)
                .map(row -> row.get("n", Long.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    void execute(String sql) {
        database.sql(sql).then().block();
    }
}
