package com.byajbook.api.ops;

import com.byajbook.api.security.Caller;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.Overload;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Who watches the pipe through this replica, bounded in number and time.
 *
 * <p>Streams end first when the service stops: a graceful shutdown waits for open responses, and these would never end.
 */
final class Viewers implements SmartLifecycle {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final PipeWatch watch;
    private final OpsProperties bounds;
    private final Clock clock;
    private final AtomicInteger open = new AtomicInteger();
    private volatile Sinks.@Nullable Empty<Void> stopping;

    Viewers(PipeWatch watch, OpsProperties bounds, Clock clock, MeterRegistry registry) {
        this.watch = watch;
        this.bounds = bounds;
        this.clock = clock;
        Gauge.builder("byajbook.ops.viewers", open, AtomicInteger::get)
                .description("Open streams of pictures of the pipe")
                .register(registry);
    }

    /** A picture a period, until the caller's token ends; {@link Failure.Overloaded} when too many watch already. */
    Flux<ServerSentEvent<String>> view(Caller caller) {
        return Flux.defer(() -> {
            if (open.incrementAndGet() > bounds.maxViewers()) {
                open.decrementAndGet();
                return Flux.error(this::tooMany);
            }
            return watch.pictures()
                    .map(drawn ->
                            ServerSentEvent.builder(drawn.json()).event("pipe").build())
                    .takeUntilOther(end(caller))
                    .doFinally(end -> open.decrementAndGet());
        });
    }

    private Failure tooMany() {
        return Failure.overloaded(new Overload(
                "ops.too-many-viewers",
                "low",
                RETRY_AFTER,
                "byajbook.ops.max-viewers",
                bounds.maxViewers(),
                RETRY_AFTER));
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

    private Mono<Void> end(Caller caller) {
        Duration tokenLeft = Duration.between(clock.instant(), caller.until());
        Duration longest = tokenLeft.compareTo(bounds.longestView()) < 0 ? tokenLeft : bounds.longestView();
        Sinks.Empty<Void> end = stopping;
        return Mono.firstWithSignal(
                end == null ? Mono.empty() : end.asMono(),
                Mono.delay(longest.isNegative() ? Duration.ZERO : longest).then());
    }
}
