package com.byajbook.api.live;

import com.byajbook.api.live.EventReader.Occasion;
import com.byajbook.api.projection.UserEvents;
import com.byajbook.api.security.Caller;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.Overload;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The open live streams of this replica.
 *
 * <p>They end first when the service stops: a graceful shutdown waits for open responses, and these would never end.
 */
@Component
class LiveStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);

    private final UserEvents events;
    private final LiveLimits limits;
    private final Clock clock;
    private final AtomicInteger open = new AtomicInteger();
    private volatile Sinks.@Nullable Empty<Void> stopping;

    LiveStreams(UserEvents events, LiveLimits limits, Clock clock, MeterRegistry registry) {
        this.events = events;
        this.limits = limits;
        this.clock = clock;
        Gauge.builder("byajbook.live.streams", open, AtomicInteger::get)
                .description("Open live streams")
                .register(registry);
    }

    /** A stream from after the given event, or from now on; ends with {@code reconnect}. */
    Flux<ServerSentEvent<String>> open(Caller caller, @Nullable String lastEventId) {
        return Flux.defer(() -> {
            if (open.incrementAndGet() > limits.maxStreams()) {
                open.decrementAndGet();
                return Flux.error(this::full);
            }
            return stream(caller, lastEventId).doFinally(end -> open.decrementAndGet());
        });
    }

    @Override
    public void start() {
        stopping = Sinks.empty();
    }

    @Override
    public void stop() {
        Sinks.Empty<Void> end = stopping;
        stopping = null;
        if (end != null) {
            end.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
        }
    }

    @Override
    public boolean isRunning() {
        return stopping != null;
    }

    /** Later than everything at start, and so the first at stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private Flux<ServerSentEvent<String>> stream(Caller caller, @Nullable String lastEventId) {
        EventReader reader = new EventReader(events, caller.id(), lastEventId);
        return occasions(caller)
                .onBackpressureLatest()
                .concatMap(reader::read, 0)
                .onErrorResume(RuntimeException.class, LiveStreams::interrupted)
                .takeUntilOther(end(caller))
                .concatWith(Mono.fromSupplier(() -> LiveEvents.reconnect(reconnectAfter())));
    }

    /** The first nudge says that nudges are on: whoever looks then misses nothing between the two. */
    private Flux<Occasion> occasions(Caller caller) {
        return Flux.merge(
                events.nudges(caller.id()).map(nudge -> Occasion.NUDGED),
                Flux.interval(limits.heartbeat()).onBackpressureDrop().map(tick -> Occasion.HEARTBEAT));
    }

    private Mono<Void> end(Caller caller) {
        Duration tokenLeft = Duration.between(clock.instant(), caller.until());
        Duration longest = tokenLeft.compareTo(limits.maxLifetime()) < 0 ? tokenLeft : limits.maxLifetime();
        Sinks.Empty<Void> end = stopping;
        Mono<Void> stopped = end == null ? Mono.empty() : end.asMono();
        return Mono.firstWithSignal(
                stopped,
                Mono.delay(longest.isNegative() ? Duration.ZERO : longest).then());
    }

    private static Mono<ServerSentEvent<String>> interrupted(RuntimeException cause) {
        log.info("a live stream is interrupted: {}", cause.toString());
        return Mono.just(LiveEvents.interrupted());
    }

    private Failure full() {
        Duration wait = reconnectAfter();
        return Failure.overloaded(
                new Overload("live.streams-full", "normal", wait, "live.max-streams", limits.maxStreams(), wait));
    }

    private Duration reconnectAfter() {
        long millis = limits.reconnectMin().toMillis();
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis + 1));
    }
}
