package com.byajbook.platform.messaging;

import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageKind;
import com.byajbook.platform.pipe.StageSource;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** How long a queue of the broker is, asked about once a second over the connection of its consumer. */
final class QueueDepth implements StageSource {

    private static final Logger log = LoggerFactory.getLogger(QueueDepth.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final double MILLIS = 1e3;
    private static final double NANOS = 1e9;

    private final String name;
    private final String queue;
    private final int maxLength;
    private final ConsumerMeter consumer;
    private volatile long depth;
    private long lastDepth;
    private long lastTaken;
    private long lastNanos = System.nanoTime();

    /**
     * A queue of which nothing is known yet.
     *
     * @param name as an operator knows it
     * @param queue as the broker knows it
     */
    QueueDepth(String name, String queue, int maxLength, ConsumerMeter consumer) {
        this.name = name;
        this.queue = queue;
        this.maxLength = maxLength;
        this.consumer = consumer;
    }

    /** Messages that nobody has taken yet, when it was last asked. */
    long depth() {
        return depth;
    }

    /** Asks until it is cancelled; the channel is closed with its connection. What goes wrong here stops no consumer. */
    Mono<Void> measure(Connection connection, Scheduler blocking) {
        return Mono.fromCallable(connection::createChannel)
                .subscribeOn(blocking)
                .flatMapMany(channel -> Flux.interval(Duration.ZERO, EVERY)
                        .onBackpressureDrop()
                        .concatMap(tick -> Mono.fromCallable(() -> ask(channel)).subscribeOn(blocking), 0))
                .doOnNext(messages -> depth = messages)
                .then()
                .onErrorResume(Exception.class, this::unmeasured);
    }

    private long ask(Channel channel) throws IOException {
        return channel.messageCount(queue);
    }

    private Mono<Void> unmeasured(Exception e) {
        log.debug("The length of {} is not known until its next connection", name, e);
        return Mono.empty();
    }

    /** Who has no consumer connected knows an old length, and says so. */
    @Override
    public synchronized Stage stage() {
        long now = System.nanoTime();
        double seconds = Math.max(1, now - lastNanos) / NANOS;
        long taken = consumer.taken();
        long length = depth;
        double out = (taken - lastTaken) / seconds;
        double in = Math.max(0, (taken - lastTaken + length - lastDepth) / seconds);
        lastNanos = now;
        lastTaken = taken;
        lastDepth = length;
        return new Stage(
                name,
                StageKind.QUEUE,
                0,
                0,
                length,
                maxLength,
                0,
                in,
                in,
                out,
                Map.of(),
                0,
                0,
                out == 0 ? 0 : length / out * MILLIS,
                0,
                consumer.isConnected() ? "" : "disconnected",
                List.of());
    }
}
