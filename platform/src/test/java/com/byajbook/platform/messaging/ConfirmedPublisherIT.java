package com.byajbook.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.MessageType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cuts the link to a real broker and compares what the publisher says with what the broker has. */
class ConfirmedPublisherIT {

    private final Broker broker = new Broker();
    private final Map<UUID, PublishOutcome> outcomes = new ConcurrentHashMap<>();
    private ConfirmedPublisher publisher = broker.publisher();

    @BeforeEach
    void declareQueue() throws Exception {
        broker.withQueue();
    }

    @AfterEach
    void stop() throws Exception {
        publisher.stop();
        broker.close();
    }

    @Test
    void never_confirms_messages_that_a_cut_link_lost() throws Exception {
        startConnected();
        broker.proxy().stallToServer();
        Set<UUID> lost = send(500);
        broker.proxy().cut();
        awaitOutcomes(500);
        broker.proxy().restore();
        await().until(publisher::isConnected);

        Set<UUID> later = send(2_000);
        awaitOutcomes(2_500);

        assertThat(outcomes.entrySet())
                .filteredOn(entry -> lost.contains(entry.getKey()))
                .allSatisfy(entry -> assertThat(entry.getValue()).isEqualTo(PublishOutcome.UNKNOWN));
        assertThat(confirmed()).isEqualTo(later);
        assertThat(new HashSet<>(broker.drain())).isEqualTo(later);
    }

    @Test
    void has_every_confirmed_message_after_cuts_at_random_moments() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        startConnected();
        for (int round = 0; round < 5; round++) {
            int answered = outcomes.size() + random.nextInt(400);
            send(400);
            await().pollInterval(Duration.ofMillis(1)).until(() -> outcomes.size() >= answered);
            broker.proxy().cut();
            broker.proxy().restore();
            await().until(publisher::isConnected);
        }
        awaitOutcomes(2_000);

        assertThat(new HashSet<>(broker.drain())).as("seed %d", seed).containsAll(confirmed());
        assertThat(outcomes.values())
                .as("seed %d", seed)
                .isSubsetOf(PublishOutcome.CONFIRMED, PublishOutcome.UNKNOWN, PublishOutcome.NOT_CONNECTED);
    }

    @Test
    void tells_an_unroutable_message_from_a_confirmed_one() {
        startConnected();

        publisher.send(
                new MessageCodec().encode(Messages.contacts()), outcome -> outcomes.put(UUID.randomUUID(), outcome));
        awaitOutcomes(1);

        assertThat(outcomes.values()).containsExactly(PublishOutcome.RETURNED);
    }

    @Test
    void refuses_at_once_what_is_too_large_and_the_channel_lives_on() {
        startConnected();

        publisher.send(
                new OutgoingMessage(
                        UUID.randomUUID(), MessageType.INITIATE_PAYMENT, UUID.randomUUID(), new byte[70_000]),
                outcome -> outcomes.put(UUID.randomUUID(), outcome));
        Set<UUID> sent = send(1);
        awaitOutcomes(2);

        assertThat(outcomes.values()).containsExactlyInAnyOrder(PublishOutcome.TOO_LARGE, PublishOutcome.CONFIRMED);
        assertThat(confirmed()).isEqualTo(sent);
    }

    @Test
    void connects_when_the_broker_comes_later_than_the_service() {
        broker.proxy().cut();
        publisher.start();
        send(1);
        broker.proxy().restore();
        await().until(publisher::isConnected);
        send(1);
        awaitOutcomes(2);

        assertThat(outcomes.values()).containsExactlyInAnyOrder(PublishOutcome.NOT_CONNECTED, PublishOutcome.CONFIRMED);
    }

    @Test
    void gives_up_a_message_at_its_deadline_and_frees_its_place() {
        publisher = broker.window(100).deadline(Duration.ofSeconds(4)).publisher();
        startConnected();
        broker.proxy().stallToClient();

        send(150);
        awaitOutcomes(150);

        assertThat(outcomes.values().stream().collect(Collectors.groupingBy(o -> o, Collectors.counting())))
                .isEqualTo(Map.of(PublishOutcome.UNKNOWN, 100L, PublishOutcome.WINDOW_FULL, 50L));
        broker.proxy().flow();
        await().until(() -> publisher.room() == 100);
    }

    @Test
    void takes_no_more_at_once_than_an_operator_allows() {
        publisher = broker.window(100).deadline(Duration.ofSeconds(4)).publisher();
        startConnected();
        broker.limits().find("publish.window").orElseThrow().set(10);
        broker.proxy().stallToClient();

        send(50);

        await().until(() -> outcomes.size() >= 40);
        assertThat(publisher.inFlight()).isEqualTo(10);
        assertThat(outcomes.values()).containsOnly(PublishOutcome.WINDOW_FULL);
        awaitOutcomes(50);
        broker.proxy().flow();
        await().until(() -> publisher.room() == 10);
    }

    @Test
    void hears_of_a_full_queue() throws Exception {
        try (Broker small = new Broker().maxLength(10).withQueue()) {
            publisher = small.publisher();
            startConnected();
            // The limit of a quorum queue is soft by a few messages, so one full round is sent before the measured one.
            send(50);
            awaitOutcomes(50);
            send(50);
            awaitOutcomes(100);

            assertThat(outcomes.values()).contains(PublishOutcome.REFUSED_BY_BROKER, PublishOutcome.CONFIRMED);
            assertThat(confirmed()).isEqualTo(new HashSet<>(small.drain()));
        }
    }

    private void startConnected() {
        publisher.start();
        await().until(publisher::isConnected);
    }

    private Set<UUID> send(int count) {
        MessageCodec codec = new MessageCodec();
        List<InitiatePayment> payments = Messages.payments(count);
        payments.forEach(payment ->
                publisher.send(codec.encode(payment), outcome -> outcomes.put(payment.messageId(), outcome)));
        return payments.stream().map(InitiatePayment::messageId).collect(Collectors.toSet());
    }

    private Set<UUID> confirmed() {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getValue() == PublishOutcome.CONFIRMED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void awaitOutcomes(int count) {
        await().atMost(20, TimeUnit.SECONDS).until(() -> outcomes.size() == count);
    }
}
