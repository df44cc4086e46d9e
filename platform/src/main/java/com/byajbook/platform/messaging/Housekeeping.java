package com.byajbook.platform.messaging;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets consumed messages after their retention, a bounded piece at a time. */
final class Housekeeping implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int PIECE = 5_000;

    private final Inbox inbox;
    private final Duration retention;
    private final Disposable.Swap life = Disposables.swap();
    private volatile boolean running;

    Housekeeping(Inbox inbox, MessagingProperties properties) {
        this.inbox = inbox;
        this.retention = properties.relay().inboxRetention();
    }

    @Override
    public void start() {
        running = true;
        life.update(Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(
                        tick -> inbox.forget(retention, PIECE).onErrorResume(Exception.class, Housekeeping::later), 0)
                .subscribe());
    }

    private static Mono<Long> later(Exception e) {
        log.warn("Old inbox entries were not deleted ({}); trying again in {}", e.toString(), EVERY);
        return Mono.empty();
    }

    @Override
    public void stop() {
        running = false;
        life.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
