package com.byajbook.platform.messaging;

import com.byajbook.platform.message.Message;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.rabbitmq.ConsumeOptions;
import reactor.rabbitmq.RabbitFlux;
import reactor.rabbitmq.Receiver;
import reactor.rabbitmq.ReceiverOptions;
import reactor.util.retry.Retry;

/**
 * Keeps one queue consumed for as long as the service lives: one connection after another, each watched, because the
 * library tells nobody when the broker closes a channel, cancels a consumer, or falls silent.
 */
final class SupervisedConsumer<M extends Message> {

    private static final Logger log = LoggerFactory.getLogger(SupervisedConsumer.class);

    private final ConsumerBinding<M> binding;
    private final Intake intake;
    private final BatchProcessor<M> processor;
    private final RabbitConnections connections;
    private final Topology topology;
    private final MessagingProperties properties;
    private final Signal stop = new Signal();
    private final Signal ended = new Signal();
    private final AtomicBoolean limitsChanged = new AtomicBoolean();
    private volatile Signal newLimits = new Signal();
    private volatile boolean stopping;

    SupervisedConsumer(
            ConsumerBinding<M> binding,
            Intake intake,
            BatchProcessor<M> processor,
            RabbitConnections connections,
            Topology topology,
            MessagingProperties properties) {
        this.binding = binding;
        this.intake = intake;
        this.processor = processor;
        this.connections = connections;
        this.topology = topology;
        this.properties = properties;
        intake.limits().onChange(this::limitsChanged);
    }

    private void limitsChanged() {
        limitsChanged.set(true);
        newLimits.fire();
    }

    /** Consumes one life after another until {@link #stop()}; the last one finishes the work it has in hand. */
    Mono<Void> run() {
        return Mono.defer(this::oneLife)
                .repeat(() -> !stopping && limitsChanged.get())
                .then(Mono.defer(this::stoppedOrBroken))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, properties.reconnectMin())
                        .maxBackoff(properties.reconnectMax())
                        .filter(e -> !stopping)
                        .doBeforeRetry(signal -> log.warn(
                                "{} is not consumed at the moment ({}); connecting again",
                                binding.queue(),
                                signal.failure().toString())))
                .doFinally(end -> ended.fire());
    }

    private Mono<Void> stoppedOrBroken() {
        return stopping ? Mono.empty() : Mono.error(new IOException("the broker ended the consumer"));
    }

    /** Takes no new messages from now on. */
    void stop() {
        stopping = true;
        stop.fire();
    }

    /** Completes when the work in hand is done, or when the time for it is over. */
    Mono<Void> ended() {
        return ended.fired().timeout(properties.consume().drain(), Mono.empty());
    }

    private Mono<Void> oneLife() {
        return Mono.usingWhen(
                connections.open(binding.queue()),
                connection -> Mono.fromCallable(() -> declare(connection))
                        .subscribeOn(connections.threads())
                        .flatMap(this::consume),
                connections::close);
    }

    private Connection declare(Connection connection) throws IOException, TimeoutException {
        try (Channel channel = connection.createChannel()) {
            topology.declareQueue(channel, binding.queue(), binding.types());
        }
        log.info("Consuming {}", binding.queue());
        return connection;
    }

    /**
     * Work in hand is never cancelled when the link ends: a transaction cut in the middle costs a connection, and its
     * messages come again anyway. So the source completes first, the batches finish, and only then the life ends.
     */
    private Mono<Void> consume(Connection connection) {
        Signal linkEnded = new Signal();
        newLimits = new Signal();
        limitsChanged.set(false);
        connection.addShutdownListener(cause -> linkEnded.fire());
        SilenceWatch watch = new SilenceWatch(
                topology.queue(binding.queue()),
                connection,
                properties.consume().watchdog());
        Receiver receiver = RabbitFlux.createReceiver(new ReceiverOptions()
                .connectionMono(Mono.just(connection))
                .connectionSubscriptionScheduler(connections.threads()));
        Mono<Void> enough = Mono.firstWithSignal(
                linkEnded.fired(), stop.fired(), newLimits.fired(), watch.silent(connections.threads()));
        return receiver.consumeManualAck(topology.queue(binding.queue()), options(linkEnded))
                // Cancelling writes to the socket.
                .cancelOn(connections.threads())
                .map(Received::new)
                .doOnNext(received -> {
                    watch.heard();
                    intake.meter().delivered();
                })
                .publish(deliveries -> workUntil(enough, deliveries, watch, connection))
                .doOnSubscribe(s -> intake.meter().connected(true))
                .doFinally(end -> intake.meter().connected(false))
                .then();
    }

    /**
     * The library closes the channel when its stream is cancelled, and a closed channel takes no acknowledgements. So a
     * second, idle subscriber holds the stream until the last batch in hand is done.
     */
    private Flux<Void> workUntil(
            Mono<Void> enough, Flux<Received> deliveries, SilenceWatch watch, Connection connection) {
        Signal worked = new Signal();
        int concurrency = intake.limits().concurrency().intValue();
        Flux<Void> work = deliveries
                .takeUntilOther(enough)
                .bufferTimeout(binding.batchSize(), binding.linger(), true)
                .flatMap(batch -> processor.process(batch).doFinally(end -> watch.heard()), concurrency)
                .doFinally(end -> worked.fire());
        Mono<Void> hold = deliveries.takeUntilOther(worked.fired()).then();
        Mono<Void> measuring = intake.depth()
                .measure(connection, connections.threads())
                .takeUntilOther(Mono.firstWithSignal(worked.fired(), enough));
        return Flux.merge(work, hold, measuring);
    }

    private ConsumeOptions options(Signal linkEnded) {
        return new ConsumeOptions()
                .qos(intake.limits().prefetch().intValue())
                .channelCallback(channel -> channel.addShutdownListener(cause -> linkEnded.fire()))
                // The library's own handler retries for ten seconds and then swallows; a lost ack only means a
                // redelivery.
                .exceptionHandler((context, e) -> log.debug("An acknowledgement was not sent", e));
    }

    /** How much the consumer takes, and where that is counted. */
    record Intake(ConsumerLimits limits, ConsumerMeter meter, QueueDepth depth) {}
}
