package com.byajbook.api.intake.usecase;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets keys when their days are over: small statements, one at a time, until a round finds nothing more. */
@Component
final class KeyRetention implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KeyRetention.class);
    private static final int MAX_STATEMENTS_A_ROUND = 100;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ForgetOldKeys keys;
    private final IntakeLimits limits;
    private final Clock clock;
    private volatile @Nullable Disposable rounds;

    KeyRetention(ForgetOldKeys keys, IntakeLimits limits, Clock clock) {
        this.keys = keys;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void start() {
        rounds = Flux.interval(limits.cleanUpInterval())
                .onBackpressureDrop()
                .concatMap(tick -> round(), 1)
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable running = rounds;
        if (running != null) {
            running.dispose();
        }
        rounds = null;
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    /** One round; the pause between statements leaves the database to those who wait for it. */
    Mono<Void> round() {
        return Mono.defer(() -> keys.forget(clock.instant().minus(limits.keyRetention()), limits.cleanUpRows()))
                .repeatWhen(ends -> ends.take(MAX_STATEMENTS_A_ROUND).delayElements(PAUSE))
                .takeUntil(deleted -> deleted < limits.cleanUpRows())
                .then()
                .onErrorResume(RuntimeException.class, error -> {
                    log.warn("old keys could not be deleted and will be in the next round: {}", error.toString());
                    return Mono.empty();
                });
    }
}
