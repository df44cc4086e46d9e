package com.byajbook.platform.invariant;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Looks from start to stop, one look at a time. Stopping waits for the look under way, which is bounded. */
final class InspectionWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InspectionWorker.class);

    /** Between the consumers (300), which stop before it, and the relay (200), which stops after it. */
    private static final int PHASE = 250;

    private final Inspect inspecting;
    private final InspectionProperties properties;
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private final Disposable.Composite subscriptions = Disposables.composite();
    private volatile boolean running;

    InspectionWorker(Inspect inspecting, InspectionProperties properties) {
        this.inspecting = inspecting;
        this.properties = properties;
    }

    @Override
    public void start() {
        running = true;
        subscriptions.add(Flux.interval(Duration.ZERO, properties.inspectEvery())
                .onBackpressureDrop()
                .takeUntilOther(stop.asMono())
                .concatMap(beat -> look(), 0)
                .doFinally(end -> noteEnd())
                .subscribe());
    }

    private Mono<Void> look() {
        return inspecting
                .inspect()
                .timeout(properties.longestInspection())
                .doOnNext(InspectionWorker::tell)
                // Errors too: whoever does not look any more finds nothing.
                .onErrorResume(Throwable.class, this::leaveToNext)
                .then();
    }

    private Mono<Inspection> leaveToNext(Throwable error) {
        log.warn("A look at the invariants failed; the next comes within {}", properties.inspectEvery(), error);
        return Mono.empty();
    }

    private static void tell(Inspection inspection) {
        inspection.invariants().stream()
                .filter(found -> !found.holds())
                .forEach(found -> log.error(
                        "The books are wrong: {} of {} looked at break '{}', for example {}",
                        found.violations(),
                        found.looked(),
                        found.invariant().words(),
                        found.example()));
    }

    @Override
    public void stop(Runnable callback) {
        stop.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
        subscriptions.add(ended.asMono().doFinally(end -> callback.run()).subscribe());
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void noteEnd() {
        running = false;
        ended.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
    }
}
