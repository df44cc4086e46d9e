package com.byajbook.notifications.delivery;

import com.byajbook.notifications.contacts.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The way of one channel's messages to its gateway, apart from the other channels, so that a slow gateway holds up nothing but its own.
 *
 * <p>At most {@code window} messages are in memory. One that finds no room, or that is in hand when the process dies, is claimed
 * again when its lease ends; the gateway drops what it has already, because the id is the same.
 */
final class ChannelLane {
    private static final Logger log = LoggerFactory.getLogger(ChannelLane.class);
    private static final Duration RECORD_WITHIN = Duration.ofMillis(20);
    private static final Duration REOPEN_AFTER = Duration.ofSeconds(1);
    private static final int RECORDS_AT_ONCE = 2;
    /** Enough for a half-open breaker to judge by, too few to churn the backlog while the gateway is away. */
    private static final int TRIAL = 5;

    private final Channel channel;
    private final Gateway gateway;
    private final PendingMessages messages;
    private final DeliveryPolicy policy;
    private final DeliveryProperties limits;
    private final Clock clock;
    private final MeterRegistry meters;
    private final AtomicInteger inHand = new AtomicInteger();
    private volatile @Nullable FluxSink<Outgoing> sink;

    ChannelLane(
            Channel channel,
            Gateway gateway,
            PendingMessages messages,
            DeliveryPolicy policy,
            DeliveryProperties limits,
            Clock clock,
            MeterRegistry meters) {
        this.channel = channel;
        this.gateway = gateway;
        this.messages = messages;
        this.policy = policy;
        this.limits = limits;
        this.clock = clock;
        this.meters = meters;
        meters.gauge("byajbook.delivery.in-hand", List.of(tag()), inHand);
    }

    /** Takes a leased message if there is room; else it is the sweep's after its lease. */
    void take(Outgoing message) {
        FluxSink<Outgoing> open = sink;
        if (open == null || room() <= 0) {
            return;
        }
        inHand.incrementAndGet();
        FluxSink<Outgoing> unused = open.next(message);
    }

    /** Works until {@link #finish}; subscribe once. The buffer never holds more than the window. */
    Mono<Void> work() {
        return Flux.<Outgoing>create(this::open, FluxSink.OverflowStrategy.BUFFER)
                .flatMap(this::deliver, limits.concurrency())
                .bufferTimeout(limits.claimBatch(), RECORD_WITHIN, true)
                .flatMap(this::settle, RECORDS_AT_ONCE)
                .then()
                .retryWhen(Retry.backoff(Long.MAX_VALUE, REOPEN_AFTER).doBeforeRetry(this::logStumble));
    }

    /** What a stumbling lane had in hand comes back by its lease. */
    private void open(FluxSink<Outgoing> opened) {
        inHand.set(0);
        sink = opened;
    }

    private void logStumble(Retry.RetrySignal stumble) {
        log.error("The {} lane stumbled over a mistake of ours and starts again", channel, stumble.failure());
    }

    /** Takes nothing more; {@link #work} completes when what is in hand is settled. */
    void finish() {
        FluxSink<Outgoing> open = sink;
        sink = null;
        if (open != null) {
            open.complete();
        }
    }

    /** Looks for due messages every now and then, and on as long as full batches are found. */
    Flux<Long> sweep() {
        return Flux.interval(limits.sweepEvery())
                .onBackpressureDrop()
                .concatMap(tick -> claimAll().onErrorResume(Exception.class, this::later), 0);
    }

    private Mono<Long> claimAll() {
        return Mono.defer(this::claimOnce)
                .repeat(() -> gateway.isWell() && room() >= limits.claimBatch())
                .takeUntil(claimed -> claimed < limits.claimBatch())
                .last(0L);
    }

    private Mono<Long> claimOnce() {
        int most = Math.min(gateway.isWell() ? limits.claimBatch() : TRIAL, room());
        return most <= 0
                ? Mono.just(0L)
                : messages.claim(channel, most).doOnNext(this::take).count();
    }

    private Mono<Step> deliver(Outgoing message) {
        return gateway.send(message)
                .onErrorResume(Exception.class, e -> unexpected(message, e))
                .map(answer -> policy.after(message, answer, clock.instant()))
                .doOnNext(this::count);
    }

    private Mono<Answer> unexpected(Outgoing message, Exception e) {
        log.error("The {} gateway failed in an unforeseen way on message {}", channel, message.id(), e);
        return Mono.just(new Answer.Unanswered(e.getClass().getSimpleName()));
    }

    private Mono<Void> settle(List<Step> steps) {
        return messages.record(steps)
                .onErrorResume(Exception.class, this::later)
                .doFinally(end -> inHand.addAndGet(-steps.size()))
                .then();
    }

    /** Nothing is lost by it: leases end, and ids stay the same. */
    private <T> Mono<T> later(Exception e) {
        log.warn("The {} lane could not reach its messages ({}); trying again", channel, e.toString());
        return Mono.empty();
    }

    private void count(Step step) {
        meters.counter(
                        "byajbook.delivery.steps",
                        List.of(tag(), Tag.of("state", step.state().name())))
                .increment();
    }

    private Tag tag() {
        return Tag.of("channel", channel.name());
    }

    private int room() {
        return limits.window() - inHand.get();
    }
}
