package com.byajbook.loanengine.servicing.worker;

import com.byajbook.loanengine.servicing.telemetry.OverdueDayEnd;
import com.byajbook.loanengine.servicing.usecase.DayEndRuns.Progress;
import com.byajbook.loanengine.servicing.usecase.RunDayEnd;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Ends each day some time after midnight, and the days that were missed before it. Every replica looks; who holds the day's
 * row does the batch. Cut off anywhere it goes on at the last batch that was committed.
 */
final class DayEndWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DayEndWorker.class);

    /** Between the platform's consumers (300), which stop before it, and its relay (200), which stops after it. */
    private static final int PHASE = 250;

    private final RunDayEnd dayEnds;
    private final OverdueDayEnd overdue;
    private final Clock clock;
    private final ZoneId zone;
    private final Duration afterMidnight;
    private final Duration every;
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean();
    private final Disposable.Composite life = Disposables.composite();

    DayEndWorker(
            RunDayEnd dayEnds,
            OverdueDayEnd overdue,
            Clock clock,
            ZoneId zone,
            Duration afterMidnight,
            Duration every) {
        this.dayEnds = dayEnds;
        this.overdue = overdue;
        this.clock = clock;
        this.zone = zone;
        this.afterMidnight = afterMidnight;
        this.every = every;
    }

    @Override
    public void start() {
        running.set(true);
        life.add(Flux.interval(Duration.ZERO, every)
                .onBackpressureDrop()
                .takeUntilOther(stop.asMono())
                .concatMap(tick -> catchUp(), 0)
                .doFinally(end -> noteEnd())
                .subscribe());
    }

    private Mono<Void> catchUp() {
        return Flux.defer(() -> dayEnds.catchUp(lastEnded()))
                .doOnNext(DayEndWorker::tell)
                .takeUntil(batch -> stopping.get())
                .then(Mono.defer(overdue::refresh))
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

    /** The batch under way is finished: a transaction is not cancelled. */
    @Override
    public void stop(Runnable callback) {
        stopping.set(true);
        stop.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
        life.add(ended.asMono().doFinally(end -> callback.run()).subscribe());
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    private void noteEnd() {
        running.set(false);
        ended.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
