package com.byajbook.platform.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Notices a consumer that hears nothing although its queue has messages: a state that no signal tells of. */
final class SilenceWatch {

    private static final Logger log = LoggerFactory.getLogger(SilenceWatch.class);

    private final String queue;
    private final Connection connection;
    private final Duration patience;
    private volatile long heardAtNanos = System.nanoTime();

    SilenceWatch(String queue, Connection connection, Duration patience) {
        this.queue = queue;
        this.connection = connection;
        this.patience = patience;
    }

    /** A message came, or one was finished. */
    void heard() {
        heardAtNanos = System.nanoTime();
    }

    /** Completes when nothing was heard for the whole patience while messages are ready. */
    Mono<Void> silent(Scheduler blocking) {
        return Flux.interval(patience)
                .onBackpressureDrop()
                .filter(tick -> System.nanoTime() - heardAtNanos > patience.toNanos())
                .concatMap(tick -> Mono.fromCallable(this::isWaiting).subscribeOn(blocking), 0)
                .filter(waiting -> waiting)
                .next()
                .doOnNext(waiting -> log.warn("{} has messages but delivers none; the consumer is restarted", queue))
                .then();
    }

    private boolean isWaiting() throws IOException, TimeoutException {
        try (Channel channel = connection.createChannel()) {
            return channel.messageCount(queue) > 0;
        }
    }
}
