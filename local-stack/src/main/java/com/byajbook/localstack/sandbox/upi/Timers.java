package com.byajbook.localstack.sandbox.upi;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Runs small tasks later, all on one thread of its own, so that what they touch needs no locks. */
final class Timers implements Disposable {
    private static final int MAX_PENDING = 100_000;

    private final Scheduler thread;
    private final AtomicInteger pending = new AtomicInteger();

    Timers(String provider) {
        thread = Schedulers.newSingle("sandbox-" + provider + "-timers", true);
    }

    /** True when no new work should be taken: the bound is reached. */
    boolean full() {
        return pending.get() >= MAX_PENDING;
    }

    int pending() {
        return pending.get();
    }

    void after(long delayMs, Runnable task) {
        pending.incrementAndGet();
        thread.schedule(() -> run(task), delayMs, TimeUnit.MILLISECONDS);
    }

    private void run(Runnable task) {
        pending.decrementAndGet();
        task.run();
    }

    @Override
    public void dispose() {
        thread.dispose();
    }
}
