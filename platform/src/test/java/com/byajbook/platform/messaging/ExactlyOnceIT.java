package com.byajbook.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.Message;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The transaction around a message, on a real database and a real broker. */
class ExactlyOnceIT {

    private final Broker broker = new Broker();
    private final Store store = new Store(broker);
    private final MessageTransaction transaction = store.messageTransaction();

    @BeforeEach
    void declareQueue() throws Exception {
        broker.withQueue();
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        broker.close();
    }

    @Test
    void applies_an_effect_once_however_often_the_message_comes() {
        List<InitiatePayment> batch = Messages.payments(20);

        Flux.range(0, 30)
                .flatMap(i -> transaction.once("payments", batch, this::effect), 10)
                .then()
                .block();

        assertThat(store.count("effect")).isEqualTo(20);
        assertThat(store.count("inbox")).isEqualTo(20);
    }

    @Test
    void leaves_no_trace_of_a_failed_effect() {
        InitiatePayment payment = Messages.payment();

        StepVerifier.create(transaction.once(
                        "payments",
                        List.of(payment),
                        fresh -> effect(fresh).then(Mono.error(new PermanentFailure("refused")))))
                .expectError(PermanentFailure.class)
                .verify();

        assertThat(store.count("effect")).isZero();
        assertThat(store.count("inbox")).isZero();
        assertThat(store.count("outbox")).isZero();
    }

    @Test
    void publishes_after_the_commit_and_forgets_after_the_confirm() throws Exception {
        store.start();
        await().until(store.publisher()::isConnected);
        List<InitiatePayment> follow = Messages.payments(300);

        transaction.commit(Mono.just(List.<Message>copyOf(follow))).then().block();

        await().until(() -> store.count("outbox") == 0);
        assertThat(broker.drain()).hasSize(300).hasSameElementsAs(ids(follow));
    }

    @Test
    void the_relay_sends_what_a_crash_left_in_the_outbox() throws Exception {
        List<InitiatePayment> left = Messages.payments(1_200);
        store.outbox().append(left).as(store.transaction()::transactional).block();

        store.start();

        await().until(() -> store.count("outbox") == 0);
        assertThat(new HashSet<>(broker.drain())).isEqualTo(new HashSet<>(ids(left)));
    }

    @Test
    void accepted_messages_wait_out_a_broker_that_is_away() throws Exception {
        broker.proxy().cut();
        store.start();
        List<InitiatePayment> accepted = Messages.payments(700);
        transaction.commit(Mono.just(List.<Message>copyOf(accepted))).then().block();
        await().until(() -> store.relay().backlogSize() == 700);

        broker.proxy().restore();

        await().until(() -> store.count("outbox") == 0);
        assertThat(new HashSet<>(broker.drain())).isEqualTo(new HashSet<>(ids(accepted)));
    }

    private Mono<List<Message>> effect(List<InitiatePayment> fresh) {
        DatabaseClient database = store.database();
        return database.sql("insert into effect (id) select * from unnest($1::uuid[])")
                .bind(0, fresh.stream().map(InitiatePayment::messageId).toArray(UUID[]::new))
                .then()
                .thenReturn(List.of());
    }

    private static List<UUID> ids(List<InitiatePayment> payments) {
        return payments.stream().map(InitiatePayment::messageId).collect(Collectors.toList());
    }
}
