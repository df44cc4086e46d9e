package com.byajbook.loadtests.load;

import com.byajbook.loadtests.harness.Site;
import com.byajbook.loadtests.load.LoadSettings.Trial;
import com.byajbook.loadtests.load.record.Run;
import com.byajbook.loadtests.load.trouble.Memory;
import com.byajbook.loadtests.load.trouble.Trouble.Ongoing;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** What goes on beside a run, by the run's own clock: the display, the look at the services' memory, and what goes wrong. */
final class Surroundings {
    private static final long TICK_MILLIS = 100;
    private static final int TICKS_PER_SECOND = 10;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final ThreadFactory DAEMON = task -> {
        Thread thread = new Thread(task, "load-surroundings");
        thread.setDaemon(true);
        return thread;
    };

    private final Site site;
    private final Run run;
    private final Progress progress;
    private final Memory memory;
    private final Optional<Trial> trial;
    // Two, so that a fault that takes its time to set does not stop the display.
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2, DAEMON);
    private final AtomicReference<Ongoing> ongoing = new AtomicReference<>();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private boolean begun;
    private boolean ended;
    private int ticks;

    Surroundings(Site site, Run run, Progress progress, Memory memory, Optional<Trial> trial) {
        this.site = site;
        this.run = run;
        this.progress = progress;
        this.memory = memory;
        this.trial = trial;
    }

    void start() {
        var unused = clock.scheduleAtFixedRate(this::look, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        var unusedToo = clock.scheduleAtFixedRate(this::disturb, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (++ticks % TICKS_PER_SECOND == 0 && run.elapsedNanos(System.nanoTime()) >= 0) {
            memory.sample(second());
            progress.show();
        }
    }

    private void disturb() {
        if (trial.isEmpty() || failure.get() != null || run.elapsedNanos(System.nanoTime()) < 0) {
            return;
        }
        try {
            if (!begun && second() >= trial.get().from()) {
                begun = true;
                ongoing.set(trial.get().trouble().begin(site));
            } else if (begun && !ended && second() >= trial.get().end()) {
                ended = true;
                end();
            }
        } catch (RuntimeException e) {
            failure.set(e);
        }
    }

    /** Of the measured part: negative in the warm-up. */
    private int second() {
        return (int) (run.elapsedNanos(System.nanoTime()) / NANOS_PER_SECOND)
                - run.curve().warmUp();
    }

    private void end() {
        Ongoing trouble = ongoing.getAndSet(null);
        if (trouble != null) {
            trouble.close();
        }
    }

    /** Ends whatever is still wrong. @throws RuntimeException what kept the trouble from beginning or ending */
    void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(30, TimeUnit.SECONDS)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        progress.done();
        end();
        RuntimeException broken = failure.get();
        if (broken != null) {
            throw broken;
        }
    }
}
