package com.byajbook.notifications.delivery;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does one thing again and again, never twice at once; what fails is tried at the next turn. */
final class Repeating implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Repeating.class);

    private final String what;
    private final Duration every;
    private final Mono<Long> work;
    private final Disposable.Swap life = Disposables.swap();
    private volatile boolean running;

    /** Takes what it does as words for the log, such as "forget old messages". */
    Repeating(String what, Duration every, Mono<Long> work) {
        this.what = what;
        this.every = every;
        this.work = work;
    }

    @Override
    public void start() {
        running = true;
        life.update(Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(tick -> work.onErrorResume(Exception.class, this::later), 0)
                .subscribe());
    }

    private Mono<Long> later(Exception e) {
        log.warn("Could not {} ({}); trying again in {}", what, e.toString(), every);
        return Mono.empty();
    }

    @Override
    public void stop() {
        running = false;
        life.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Deliveries.PHASE;
    }
}
