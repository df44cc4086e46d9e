package com.byajbook.platform.messaging;

import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.messaging.SupervisedConsumer.Intake;
import com.byajbook.platform.pipe.Pipe;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** All consumers of a service: started last, stopped first, each given time to finish what it has in hand. */
final class Consumers implements SmartLifecycle {

    /** Batches whose acknowledgement waits for the thread that writes to the socket; the prefetch keeps it far below. */
    private static final int MAX_WAITING_ACKS = 10_000;

    private final List<SupervisedConsumer<?>> consumers;
    private final Scheduler acks = Schedulers.newBoundedElastic(1, MAX_WAITING_ACKS, "rabbitmq-ack", 60, true);
    private final Disposable.Swap life = Disposables.swap();
    private final Disposable.Swap ending = Disposables.swap();
    private volatile boolean running;

    Consumers(
            List<ConsumerBinding<?>> bindings,
            MessageCodec codec,
            ParkedMessages parked,
            RabbitConnections connections,
            Topology topology,
            MessagingProperties properties,
            Watched watched) {
        this.consumers = bindings.stream()
                .<SupervisedConsumer<?>>map(
                        binding -> consumer(binding, codec, parked, connections, topology, properties, watched))
                .toList();
    }

    private <M extends Message> SupervisedConsumer<M> consumer(
            ConsumerBinding<M> binding,
            MessageCodec codec,
            ParkedMessages parked,
            RabbitConnections connections,
            Topology topology,
            MessagingProperties properties,
            Watched watched) {
        Intake intake = watched.intake(binding, topology, properties);
        BatchProcessor<M> processor = new BatchProcessor<>(
                binding, codec, parked, properties.consume().retryFor(), acks, intake.meter(), watched.meters());
        return new SupervisedConsumer<>(binding, intake, processor, connections, topology, properties);
    }

    @Override
    public void start() {
        running = true;
        life.update(Flux.fromIterable(consumers)
                .flatMap(SupervisedConsumer::run, Math.max(1, consumers.size()))
                .subscribe());
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    /** Asks all to stop and calls back when they have, or when the time for draining is over. */
    @Override
    public void stop(Runnable callback) {
        running = false;
        consumers.forEach(SupervisedConsumer::stop);
        ending.update(Flux.fromIterable(consumers)
                .flatMap(SupervisedConsumer::ended, Math.max(1, consumers.size()))
                .doFinally(end -> {
                    life.dispose();
                    acks.dispose();
                    callback.run();
                })
                .subscribe());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.CONSUMERS;
    }

    /** Where operators see the consumers and turn their limits. */
    record Watched(LiveLimits limits, Pipe pipe, MeterRegistry meters) {

        Intake intake(ConsumerBinding<?> binding, Topology topology, MessagingProperties properties) {
            String queue = binding.queue();
            ConsumerLimits bounds = ConsumerLimits.of(binding, limits);
            ConsumerMeter meter = new ConsumerMeter(queue, bounds);
            QueueDepth depth = new QueueDepth(
                    queue, topology.queue(queue), properties.consume().maxLength(), meter);
            pipe.add(depth);
            pipe.add(meter);
            meters.gauge("byajbook.queue.depth", Tags.of("queue", queue), depth, QueueDepth::depth);
            meters.gauge("byajbook.consumer.batches", Tags.of("queue", queue), meter, ConsumerMeter::batches);
            return new Intake(bounds, meter, depth);
        }
    }
}
