package com.byajbook.platform.messaging;

import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.MessageType;
import com.byajbook.platform.overload.gate.WorkClass;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * What happens to a batch of deliveries: handled and acknowledged; retried in place while the weather is bad; halved when
 * one of them is poison, until that one stands alone and is parked.
 */
final class BatchProcessor<M extends Message> {

    private static final Logger log = LoggerFactory.getLogger(BatchProcessor.class);
    private static final Duration RETRY_MIN = Duration.ofMillis(100);
    private static final Duration RETRY_MAX = Duration.ofSeconds(5);

    private final ConsumerBinding<M> binding;
    private final MessageCodec codec;
    private final ParkedMessages parked;
    private final Duration retryFor;
    private final Scheduler acks;
    private final ConsumerMeter meter;
    private final MeterRegistry meters;

    BatchProcessor(
            ConsumerBinding<M> binding,
            MessageCodec codec,
            ParkedMessages parked,
            Duration retryFor,
            Scheduler acks,
            ConsumerMeter meter,
            MeterRegistry meters) {
        this.binding = binding;
        this.codec = codec;
        this.parked = parked;
        this.retryFor = retryFor;
        this.acks = acks;
        this.meter = meter;
        this.meters = meters;
    }

    /** Completes when each message of the batch was acknowledged, parked or given back; never fails. */
    Mono<Void> process(List<Received> batch) {
        return Mono.using(() -> meter.begin(batch.size()), inHand -> settle(batch, inHand), ConsumerMeter.Batch::end)
                .contextWrite(context -> WorkClass.into(context, binding.trafficClass()));
    }

    private Mono<Void> settle(List<Received> batch, ConsumerMeter.Batch inHand) {
        return handle(batch, inHand)
                .then(onAckThread(() -> batch.forEach(Received::ack)))
                .doOnSuccess(done -> count("acked", batch.size()))
                .onErrorResume(Exception.class, e -> giveBack(batch, e));
    }

    private Mono<Void> handle(List<Received> batch, ConsumerMeter.Batch inHand) {
        return Mono.defer(() -> binding.handler().apply(decode(batch)))
                .retryWhen(whileTransient(inHand))
                .onErrorResume(e -> !TransientFailures.isTransient(e), e -> isolate(batch, e, inHand));
    }

    private List<M> decode(List<Received> batch) {
        return batch.stream().map(this::decode).toList();
    }

    private M decode(Received received) {
        MessageType type = MessageType.find(received.type())
                .filter(binding.types()::contains)
                .orElseThrow(() -> new PermanentFailure("this consumer takes no messages of type " + received.type()));
        return binding.contract().cast(codec.decode(received.body(), type.contract()));
    }

    /** A permanent failure of one must not touch its neighbours: halve until it stands alone. */
    private Mono<Void> isolate(List<Received> batch, Throwable error, ConsumerMeter.Batch inHand) {
        if (batch.size() == 1) {
            return park(batch.get(0), error, inHand);
        }
        int half = batch.size() / 2;
        return Flux.just(batch.subList(0, half), batch.subList(half, batch.size()))
                .concatMap(part -> handle(part, inHand))
                .then();
    }

    private Mono<Void> park(Received received, Throwable error, ConsumerMeter.Batch inHand) {
        log.error("Message {} of {} is parked: {}", received.messageId(), binding.queue(), error.toString(), error);
        return parked.park(binding.queue(), received, error)
                .retryWhen(whileTransient(inHand))
                .doOnSuccess(done -> count("parked", 1));
    }

    private Retry whileTransient(ConsumerMeter.Batch inHand) {
        long attempts = Math.max(1, retryFor.dividedBy(RETRY_MAX));
        return Retry.backoff(attempts, RETRY_MIN)
                .maxBackoff(RETRY_MAX)
                .filter(TransientFailures::isTransient)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure())
                .doBeforeRetry(signal -> {
                    inHand.pauses();
                    count("retried", 1);
                    log.warn("{} pauses: {}", binding.queue(), signal.failure().toString());
                });
    }

    private Mono<Void> giveBack(List<Received> batch, Exception error) {
        log.error("{} gives {} messages back to the queue after {}", binding.queue(), batch.size(), retryFor, error);
        count("given-back", batch.size());
        return onAckThread(() -> batch.forEach(Received::requeue));
    }

    /** Acknowledging writes to a socket, so it has a thread of its own. */
    private Mono<Void> onAckThread(Runnable writing) {
        return Mono.<Void>fromRunnable(writing).subscribeOn(acks);
    }

    private void count(String what, int messages) {
        meter.finished(what, messages);
        meters.counter("byajbook.consumer.messages", "queue", binding.queue(), "outcome", what)
                .increment(messages);
    }
}
