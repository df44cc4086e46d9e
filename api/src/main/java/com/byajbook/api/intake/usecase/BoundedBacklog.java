package com.byajbook.api.intake.usecase;

import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.domain.Receipt;
import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.message.MessageType;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.gate.WorkClass;
import com.byajbook.platform.overload.ingress.Rejection;
import com.byajbook.platform.overload.ingress.RequestHead;
import com.byajbook.platform.overload.ingress.TurnAway;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.Overload;
import com.byajbook.platform.problem.ProblemType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stops acceptance when too much is accepted that the broker has not taken yet.
 *
 * <p>With the broker down acceptance goes on, but not without end: what is accepted is a promise, and a disk is finite.
 * The backlog is measured now and then, not for each command, so it may be overshot by what one interval accepts.
 */
final class BoundedBacklog implements AcceptCommands, TurnAway, Unpublished, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BoundedBacklog.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final AcceptCommands acceptance;
    private final MeasureBacklog backlog;
    private final IntakeLimits limits;
    private final IntakeMeter meter;
    private final AtomicLong unpublished = new AtomicLong();
    private volatile Map<String, Long> byType = Map.of();
    private volatile @Nullable Disposable measuring;

    BoundedBacklog(
            AcceptCommands acceptance,
            MeasureBacklog backlog,
            IntakeLimits limits,
            IntakeMeter meter,
            MeterRegistry registry) {
        this.acceptance = acceptance;
        this.backlog = backlog;
        this.limits = limits;
        this.meter = meter;
        Gauge.builder("byajbook.intake.backlog.commands", unpublished, AtomicLong::get)
                .description("Accepted commands that the broker has not confirmed, counted up to the limit")
                .register(registry);
    }

    @Override
    public Mono<Receipt> accept(Command command) {
        return Mono.deferContextual(context -> isFull()
                ? Mono.error(() -> Failure.overloaded(refusal(WorkClass.of(context))))
                : acceptance.accept(command));
    }

    /** What a command would meet here, said before its request is read. */
    @Override
    public @Nullable Rejection turnAway(RequestHead head, TrafficClass trafficClass, Deadline deadline) {
        return isFull() ? new Rejection(ProblemType.OVERLOADED, refusal(trafficClass)) : null;
    }

    @Override
    public long of(MessageType type) {
        return byType.getOrDefault(type.routingKey(), 0L);
    }

    private void note(Map<String, Long> counted) {
        byType = counted;
        unpublished.set(counted.values().stream().mapToLong(Long::longValue).sum());
    }

    @Override
    public void start() {
        measuring = Flux.interval(Duration.ZERO, limits.backlogInterval())
                .onBackpressureDrop()
                .concatMap(tick -> measure(), 1)
                .subscribe(this::note);
    }

    @Override
    public void stop() {
        Disposable running = measuring;
        if (running != null) {
            running.dispose();
        }
        measuring = null;
    }

    @Override
    public boolean isRunning() {
        return measuring != null;
    }

    private boolean isFull() {
        return unpublished.get() >= limits.maxBacklog();
    }

    private Overload refusal(TrafficClass trafficClass) {
        meter.refused("intake.backlog-full");
        Duration jitter = Duration.ofMillis(ThreadLocalRandom.current().nextLong(RETRY_AFTER.toMillis() / 2));
        Duration wait = RETRY_AFTER.plus(jitter);
        return new Overload(
                "intake.backlog-full", trafficClass.word(), wait, "intake.max-backlog", limits.maxBacklog(), wait);
    }

    /** A database that does not answer cannot commit either: the last known backlog stands. */
    private Mono<Map<String, Long>> measure() {
        return backlog.countUpTo(limits.maxBacklog()).onErrorResume(RuntimeException.class, error -> {
            log.warn("the backlog cannot be measured: {}", error.toString());
            return Mono.empty();
        });
    }
}
