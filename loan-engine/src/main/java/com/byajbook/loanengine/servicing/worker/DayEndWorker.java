package com.byajbook.loanengine.servicing.worker;

import com.byajbook.loanengine.servicing.usecase.DayEndRuns.Progress;
import com.byajbook.loanengine.servicing.usecase.RunDayEnd;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends each day some time after midnight, and the days that were missed before it. Every replica looks; who holds the day's
 * row does the batch. Cut off anywhere it goes on at the last batch that was committed.
 */
final class DayEndWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DayEndWorker.class);

    /** Between the platform's consumers (300), which stop before it, and its relay (200), which stops after it. */
    private static final int PHASE = 250;

    private final RunDayEnd dayEnds;
    private final Clock clock;
    private final ZoneId zone;
    private final Duration afterMidnight;
    private final Duration every;
    private final Disposable.Swap life = Disposables.swap();
    private volatile boolean running;

    DayEndWorker(RunDayEnd dayEnds, Clock clock, ZoneId zone, Duration afterMidnight, Duration every) {
        this.dayEnds = dayEnds;
        this.clock = clock;
        this.zone = zone;
        this.afterMidnight = afterMidnight;
        this.every = every;
    }

    @Override
    public void start() {
        running = true;
        boolean started = life.update(Flux.interval(Duration.ZERO, every)
                .onBackpressureDrop()
                .concatMap(tick -> catchUp(), 0)
                .subscribe());
        log.debug("Looking for days to end: {}", started);
    }

    private Mono<Void> catchUp() {
        return Flux.defer(() -> dayEnds.catchUp(lastEnded()))
                .doOnNext(DayEndWorker::tell)
                .then()
                .onErrorResume(Exception.class, this::later);
    }

    /** The last day whose end may be reckoned. */
    private LocalDate lastEnded() {
        return LocalDate.ofInstant(clock.instant().minus(afterMidnight), zone).minusDays(1);
    }

    private static void tell(Progress progress) {
        if (progress.isDone()) {
            log.info("The end of {} is reckoned", progress.day());
        }
    }

    private Mono<Void> later(Exception e) {
        log.warn("The end of a day stopped ({}); it goes on within {}", e.toString(), every);
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

    @Override
    public int getPhase() {
        return PHASE;
    }
}
