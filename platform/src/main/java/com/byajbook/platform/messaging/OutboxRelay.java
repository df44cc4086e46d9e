package com.byajbook.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/**
 * Brings committed messages to the broker: right after the commit from memory, and by a sweep whatever was left by a crash,
 * a cut link or a full queue. A message is forgotten only after its confirm; it may travel twice, never not at all.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration SETTLE_WITHIN = Duration.ofMillis(50);
    private static final Duration MEASURE_EVERY = Duration.ofSeconds(2);
    private static final int SETTLE_AT_ONCE = 2;

    private final Outbox outbox;
    private final ConfirmedPublisher publisher;
    private final MessagingProperties.Relay properties;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Disposable.Composite life = Disposables.composite();
    private volatile @Nullable FluxSink<UUID> confirmed;
    private volatile Backlog backlog = Backlog.NONE;
    private volatile boolean running;

    OutboxRelay(
            Outbox outbox,
            ConfirmedPublisher publisher,
            MessagingProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.properties = properties.relay();
        this.clock = clock;
        this.meters = meters;
        meters.gauge("byajbook.outbox.size", this, OutboxRelay::backlogSize);
        meters.gauge("byajbook.outbox.oldest.seconds", this, r -> r.backlogAge().toMillis() / 1000.0);
    }

    /** How many messages waited when it was last measured, at most two seconds ago. */
    public long backlogSize() {
        return backlog.size();
    }

    /** How long the oldest of them has waited. */
    public Duration backlogAge() {
        Instant oldest = backlog.oldest();
        return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
    }

    /** Sends what was just committed, as far as the window has room; the rest is the sweep's. */
    void publish(List<OutgoingMessage> committed) {
        committed.forEach(this::send);
    }

    private void send(OutgoingMessage message) {
        publisher.send(message, outcome -> settled(message, outcome));
    }

    private void settled(OutgoingMessage message, PublishOutcome outcome) {
        meters.counter(
                        "byajbook.publish.outcomes",
                        Tags.of("type", message.type().routingKey(), "outcome", outcome.name()))
                .increment();
        FluxSink<UUID> sink = confirmed;
        if (outcome == PublishOutcome.CONFIRMED && sink != null) {
            FluxSink<UUID> unused = sink.next(message.id());
        } else if (outcome == PublishOutcome.TOO_LARGE) {
            log.error(
                    "Message {} of type {} is larger than a message may be; it stays in the outbox",
                    message.id(),
                    message.type());
        }
    }

    @Override
    public void start() {
        running = true;
        life.add(settling().subscribe());
        life.add(sweeping().subscribe());
        life.add(measuring().subscribe());
    }

    /** Deletes in batches what was confirmed. Not more than the publisher's window and one sweep are ever in the buffer. */
    private Flux<Void> settling() {
        return Flux.<UUID>create(sink -> confirmed = sink, FluxSink.OverflowStrategy.BUFFER)
                .bufferTimeout(properties.batch(), SETTLE_WITHIN, true)
                .flatMap(
                        ids -> outbox.settle(ids)
                                // Then they are sent once more when their lease ends, and the inbox drops them.
                                .onErrorResume(Exception.class, e -> logged("forget confirmed messages", e)),
                        SETTLE_AT_ONCE);
    }

    private Flux<Long> sweeping() {
        return Flux.interval(properties.sweepEvery())
                .onBackpressureDrop()
                .concatMap(tick -> sweep().onErrorResume(Exception.class, e -> logged("sweep the outbox", e)), 0);
    }

    /** One pass: as long as full batches are found and the window has room. */
    private Mono<Long> sweep() {
        return Mono.defer(this::sweepOnce)
                .repeat(() -> publisher.room() >= properties.batch())
                .takeUntil(claimed -> claimed < properties.batch())
                .last(0L);
    }

    private Mono<Long> sweepOnce() {
        int room = Math.min(properties.batch(), publisher.room());
        if (room == 0) {
            return Mono.just(0L);
        }
        return outbox.claim(room).doOnNext(this::send).count();
    }

    private Flux<Backlog> measuring() {
        return Flux.interval(Duration.ZERO, MEASURE_EVERY)
                .onBackpressureDrop()
                .concatMap(
                        tick -> outbox.backlog()
                                .doOnNext(measured -> backlog = measured)
                                .onErrorResume(Exception.class, e -> logged("measure the outbox", e)),
                        0);
    }

    private static <T> Mono<T> logged(String what, Exception e) {
        log.warn("Could not {} ({}); trying again shortly", what, e.toString());
        return Mono.empty();
    }

    @Override
    public void stop() {
        running = false;
        life.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.RELAY;
    }
}
