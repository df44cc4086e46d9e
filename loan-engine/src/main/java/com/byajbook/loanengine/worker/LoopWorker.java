package com.byajbook.loanengine.worker;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Runs the loops from start to stop, once. Stopping waits for the rounds under way, each of which is bounded. */
public final class LoopWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LoopWorker.class);

    /** Between the platform's consumers (300), which stop before it, and its relay (200), which stops after it. */
    private static final int PHASE = 250;

    private final String name;
    private final List<WorkLoop> loops;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private final AtomicBoolean running = new AtomicBoolean();
    private final Disposable.Composite subscriptions = Disposables.composite();

    /** The loops of a feature; the name is for the log. */
    public LoopWorker(String name, List<WorkLoop> loops) {
        this.name = name;
        this.loops = List.copyOf(loops);
    }

    @Override
    public void start() {
        running.set(true);
        Disposable working = Flux.fromIterable(loops)
                .flatMap(loop -> loop.run(stop.asMono(), stopping), loops.size())
                .doFinally(end -> noteEnd())
                .subscribe(nothing -> {}, error -> LOG.error("The loops of {} ended", name, error));
        subscriptions.add(working);
    }

    @Override
    public void stop(Runnable callback) {
        stopping.set(true);
        stop.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
        subscriptions.add(ended.asMono().doFinally(end -> callback.run()).subscribe());
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void noteEnd() {
        running.set(false);
        ended.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
    }
}
