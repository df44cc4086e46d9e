package com.byajbook.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.MessageType;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.gate.WorkClass;
import com.byajbook.platform.pipe.Pipe;
import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Consumers against a real broker whose link is cut, with messages that fail for a while or for ever. */
class SupervisedConsumerIT {

    private final Broker broker = new Broker();
    private final Store store = new Store(broker);
    private LiveLimits limits = new LiveLimits();
    private Pipe pipe = new Pipe();
    private final Queue<UUID> handled = new ConcurrentLinkedQueue<>();
    private Consumers consumers = consumers(this::handle);

    @BeforeEach
    void declareQueue() throws Exception {
        broker.withQueue();
    }

    @AfterEach
    void close() throws Exception {
        consumers.stop();
        store.close();
        broker.close();
    }

    @Test
    void goes_on_after_the_link_was_cut_again_and_again() throws Exception {
        consumers.start();
        Set<UUID> sent = new HashSet<>();
        for (int round = 0; round < 4; round++) {
            sent.addAll(put(50));
            await().until(() -> !handled.isEmpty());
            broker.proxy().cut();
            broker.proxy().restore();
        }

        await().atMost(20, TimeUnit.SECONDS).until(() -> new HashSet<>(handled).equals(sent));
        await().until(() -> broker.ready() == 0);
    }

    @Test
    void starts_although_the_broker_was_away_at_boot() throws Exception {
        broker.proxy().cut();
        consumers.start();
        Set<UUID> sent = put(5);
        broker.proxy().restore();

        await().until(() -> new HashSet<>(handled).equals(sent));
    }

    @Test
    void parks_poison_with_its_reason_and_handles_its_neighbours() throws Exception {
        Set<UUID> good = put(10);
        broker.put(
                MessageType.INITIATE_PAYMENT.routingKey(),
                "broken-1",
                "{\"nonsense\":".getBytes(StandardCharsets.UTF_8));
        broker.put("no.such.type", "foreign-1", "{}".getBytes(StandardCharsets.UTF_8));
        good.addAll(put(10));

        consumers.start();

        await().until(() -> new HashSet<>(handled).equals(good));
        await().until(() -> store.count("parked_message where message_id in ('broken-1', 'foreign-1')") == 2);
        assertThat(store.count("parked_message where reason = ''")).isZero();
        await().until(() -> broker.ready() == 0);
    }

    @Test
    void isolates_the_one_message_whose_handling_always_fails() throws Exception {
        InitiatePayment poison = Messages.payment();
        consumers = consumers(batch -> batch.stream().anyMatch(p -> p.equals(poison))
                ? Mono.error(new IllegalStateException("a bug in our code"))
                : handle(batch));
        Set<UUID> good = put(15);
        broker.put(poison);
        good.addAll(put(15));

        consumers.start();

        await().until(() -> new HashSet<>(handled).equals(good));
        await().until(() -> store.count("parked_message") == 1);
    }

    @Test
    void retries_in_place_while_a_dependency_is_away_without_burning_deliveries() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        consumers = consumers(
                batch -> calls.incrementAndGet() < 6 ? Mono.error(new TimeoutException("slow")) : handle(batch));
        Set<UUID> sent = put(3);

        consumers.start();

        await().atMost(20, TimeUnit.SECONDS).until(() -> new HashSet<>(handled).equals(sent));
        assertThat(store.count("parked_message")).isZero();
        assertThat(handled).hasSize(3);
    }

    @Test
    void finishes_the_work_in_hand_before_it_stops() throws Exception {
        AtomicInteger finished = new AtomicInteger();
        AtomicInteger begun = new AtomicInteger();
        consumers = consumers(batch -> Mono.delay(Duration.ofMillis(800))
                .doOnSubscribe(s -> begun.addAndGet(batch.size()))
                .doOnNext(tick -> finished.addAndGet(batch.size()))
                .then());
        put(4);
        consumers.start();
        await().until(() -> begun.get() > 0);

        consumers.stop();

        await().until(() -> finished.get() == begun.get());
        await().until(() -> broker.ready() == 4 - finished.get());
    }

    @Test
    void takes_more_at_once_when_an_operator_says_so_and_loses_nothing_by_it() throws Exception {
        AtomicInteger inHand = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        consumers = consumers(batch -> Mono.delay(Duration.ofMillis(150))
                .doOnSubscribe(s -> most.accumulateAndGet(inHand.incrementAndGet(), Math::max))
                // Not doFinally: that comes after the word of it, which may already have begun the next one.
                .doOnTerminate(inHand::decrementAndGet)
                .then(handle(batch)));
        limit("concurrency").set(1);
        consumers.start();
        Set<UUID> sent = put(40);
        await().until(() -> handled.size() >= 10);
        assertThat(most).hasValue(1);

        limit("concurrency").set(4);
        sent.addAll(put(120));

        await().atMost(20, TimeUnit.SECONDS).until(() -> new HashSet<>(handled).equals(sent));
        assertThat(most.get()).isBetween(2, 4);
        await().until(() -> broker.ready() == 0);
    }

    @Test
    void shows_its_queue_its_work_and_why_it_stands_still() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        consumers = consumers(
                batch -> calls.incrementAndGet() < 8 ? Mono.error(new TimeoutException("slow")) : handle(batch));
        put(100);
        consumers.start();

        await().until(() -> stage(StageKind.CONSUMER).state().equals("paused"));
        await().until(() -> stage(StageKind.QUEUE).queued() >= 40);
        assertThat(stage(StageKind.QUEUE).maxQueued()).isEqualTo(100_000);
        assertThat(stage(StageKind.CONSUMER).inFlight()).isPositive();
        assertThat(stage(StageKind.CONSUMER).limits())
                .containsExactly("consumer.payments.concurrency", "consumer.payments.prefetch");

        await().atMost(25, TimeUnit.SECONDS).until(() -> handled.size() == 100);
        await().until(() -> stage(StageKind.CONSUMER).state().isEmpty());
        await().until(() -> stage(StageKind.QUEUE).queued() == 0);
    }

    @Test
    void handles_its_work_in_the_class_of_its_queue() throws Exception {
        AtomicReference<TrafficClass> seen = new AtomicReference<>(TrafficClass.LOW);
        consumers = consumers(batch -> Mono.deferContextual(context -> {
            seen.set(WorkClass.of(context));
            return handle(batch);
        }));
        put(1);

        consumers.start();

        await().until(() -> handled.size() == 1);
        assertThat(seen).hasValue(TrafficClass.HIGH);
    }

    private LiveLimit limit(String name) {
        return limits.find("consumer." + Broker.QUEUE + "." + name).orElseThrow();
    }

    private Stage stage(StageKind kind) {
        return pipe.stages().stream()
                .filter(stage -> stage.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private Mono<Void> handle(List<InitiatePayment> batch) {
        return Mono.fromRunnable(() -> batch.forEach(payment -> handled.add(payment.messageId())));
    }

    private Set<UUID> put(int count) throws Exception {
        List<InitiatePayment> payments = Messages.payments(count);
        for (InitiatePayment payment : payments) {
            broker.put(payment);
        }
        return payments.stream().map(InitiatePayment::messageId).collect(Collectors.toSet());
    }

    private Consumers consumers(Function<List<InitiatePayment>, Mono<Void>> handler) {
        MessagingProperties properties = broker.properties();
        limits = new LiveLimits();
        pipe = new Pipe();
        return new Consumers(
                List.of(ConsumerBinding.of(Broker.QUEUE, InitiatePayment.class)
                        .prefetch(50)
                        .as(TrafficClass.HIGH)
                        .batch(10, Duration.ofMillis(20))
                        .handledBy(handler)),
                new MessageCodec(),
                store.parked(),
                new RabbitConnections(properties, "test"),
                new Topology(properties),
                properties,
                new Consumers.Watched(limits, pipe, broker.meters()));
    }
}
