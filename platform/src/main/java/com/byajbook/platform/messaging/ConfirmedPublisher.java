package com.byajbook.platform.messaging;

import com.byajbook.platform.limits.LimitUnit;
import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Publishes with confirms through one generation after another, in a bounded window, each message with a deadline.
 *
 * <p>It never waits for the broker on the caller's thread, never queues beyond its window and never says CONFIRMED for a
 * message that the broker does not have.
 */
final class ConfirmedPublisher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ConfirmedPublisher.class);
    /** The live limit of messages sent and not yet confirmed. */
    static final String WINDOW = "publish.window";

    private static final int WIDEST_WINDOW = 50_000;
    private static final Duration EXPIRE_EVERY = Duration.ofMillis(250);

    private final MessagingProperties properties;
    private final RabbitConnections connections;
    private final Topology topology;
    /** One thread that may block on the socket; its queue holds at most a drain of the stream behind it. */
    private final Scheduler writer = Schedulers.newBoundedElastic(1, 64, "rabbitmq-publish", 60, true);

    private final AtomicReference<@Nullable PublisherGeneration> current = new AtomicReference<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final WorkMeter meter = new WorkMeter();
    private final LiveLimit window;
    private final Disposable.Swap expiring = Disposables.swap();
    private final Disposable.Swap connecting = Disposables.swap();
    private final Disposable.Swap closing = Disposables.swap();
    private volatile boolean running;

    ConfirmedPublisher(
            MessagingProperties properties,
            RabbitConnections connections,
            Topology topology,
            LiveLimits limits,
            MeterRegistry meters) {
        this.properties = properties;
        this.connections = connections;
        this.topology = topology;
        this.window = limits.define(new LiveLimit.Definition(
                WINDOW,
                LimitUnit.COUNT,
                properties.publish().window(),
                1,
                Math.max(WIDEST_WINDOW, properties.publish().window()),
                "The most messages that were sent to the broker and not yet confirmed."));
        meters.gauge("byajbook.publish.in-flight", inFlight);
        meters.gauge("byajbook.publish.connected", this, p -> p.isConnected() ? 1 : 0);
    }

    /** Sends and calls back exactly once, on whatever thread learns the outcome; the callback must not block. */
    void send(OutgoingMessage message, Consumer<PublishOutcome> callback) {
        meter.offered(1);
        PublisherGeneration generation = current.get();
        if (message.body().length > properties.publish().maxMessageSize().toBytes()) {
            answer(PublishOutcome.TOO_LARGE, callback);
        } else if (generation == null) {
            answer(PublishOutcome.NOT_CONNECTED, callback);
        } else if (!enterWindow()) {
            answer(PublishOutcome.WINDOW_FULL, callback);
        } else {
            long now = System.nanoTime();
            long deadline = now + properties.publish().deadline().toNanos();
            generation.send(new Publication(message, topology.exchangeOf(message.type()), deadline, outcome -> {
                inFlight.decrementAndGet();
                meter.took(System.nanoTime() - now);
                answer(outcome, callback);
            }));
        }
    }

    private void answer(PublishOutcome outcome, Consumer<PublishOutcome> callback) {
        if (outcome == PublishOutcome.CONFIRMED) {
            meter.served(1);
        } else {
            meter.refused(outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'), 1);
        }
        callback.accept(outcome);
    }

    private boolean enterWindow() {
        if (inFlight.incrementAndGet() <= window.value()) {
            return true;
        }
        inFlight.decrementAndGet();
        return false;
    }

    /** How many more messages the window takes now; 0 while there is no connection or the broker asks to hold back. */
    int room() {
        PublisherGeneration generation = current.get();
        return generation == null || generation.isBlocked() ? 0 : Math.max(0, window.intValue() - inFlight.get());
    }

    /** Messages sent and not yet confirmed. */
    int inFlight() {
        return inFlight.get();
    }

    /** The most of them. */
    long window() {
        return window.value();
    }

    WorkMeter meter() {
        return meter;
    }

    /** One word when the broker takes nothing. */
    String state() {
        PublisherGeneration generation = current.get();
        return generation == null ? "disconnected" : generation.isBlocked() ? "blocked" : "";
    }

    boolean isConnected() {
        return current.get() != null;
    }

    @Override
    public void start() {
        running = true;
        expiring.update(Flux.interval(EXPIRE_EVERY).onBackpressureDrop().subscribe(tick -> expire()));
        connect();
    }

    private void connect() {
        connecting.update(connections
                .open("publisher")
                .flatMap(this::begin)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, properties.reconnectMin())
                        .maxBackoff(properties.reconnectMax())
                        .doBeforeRetry(signal -> log.warn(
                                "No connection to RabbitMQ ({}); accepted work waits in the outbox. Trying again.",
                                signal.failure().toString())))
                .subscribe());
    }

    private Mono<PublisherGeneration> begin(Connection connection) {
        return Mono.fromCallable(() -> open(connection))
                .subscribeOn(connections.threads())
                .onErrorResume(
                        Exception.class, e -> connections.close(connection).then(Mono.error(e)));
    }

    private PublisherGeneration open(Connection connection) throws IOException {
        try (Channel declaring = connection.createChannel()) {
            topology.declareExchanges(declaring);
        } catch (TimeoutException e) {
            throw new IOException(e);
        }
        Channel publishing = connection.createChannel();
        PublisherGeneration generation = new PublisherGeneration(connection, this::ended);
        // Before the start, so that an end during it finds the generation here and takes it away.
        current.set(generation);
        generation.start(publishing, writer, connections.threads());
        log.info("Connected to RabbitMQ for publishing");
        return generation;
    }

    private void ended(PublisherGeneration generation, Throwable cause) {
        current.compareAndSet(generation, null);
        closing.update(connections.close(generation.connection()).subscribe());
        if (running) {
            log.warn("The link to RabbitMQ ended ({}); what was unconfirmed is sent again later", cause.toString());
            connect();
        }
    }

    private void expire() {
        PublisherGeneration generation = current.get();
        int expired = generation == null ? 0 : generation.expire(System.nanoTime());
        if (expired > 0) {
            log.warn(
                    "{} messages got no confirm within {}",
                    expired,
                    properties.publish().deadline());
        }
    }

    @Override
    public void stop() {
        running = false;
        PublisherGeneration generation = current.getAndSet(null);
        if (generation != null) {
            generation.end(new IllegalStateException("the service stops"));
        }
        connecting.dispose();
        expiring.dispose();
        writer.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before the relay and the consumers, and stops after them. */
    @Override
    public int getPhase() {
        return Phases.PUBLISHER;
    }
}
