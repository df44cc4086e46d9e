package com.byajbook.api.intake.usecase;

import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.domain.Receipt;
import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.overload.gate.WorkClass;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.Overload;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * Group commit: gathers the commands of concurrent requests and commits them together.
 *
 * <p>A batch leaves when it is full or its oldest command has lingered, and one of the bounded slots is free. While all
 * slots are busy the queue grows, so batches become larger exactly when there is more to do.
 *
 * <p>The gate in front lets in no more than the slots can take at once, so the queue holds what the next batch is made of.
 * Its bound is the last net: it is met only when somebody widened the gate beyond it, or there is no gate.
 */
final class IntakeBatcher implements AcceptCommands {

    private static final Duration RETRY_AFTER = Duration.ofMillis(250);

    private final BatchCommit commit;
    private final IntakeLimits limits;
    private final Scheduler scheduler;
    private final LongSupplier nanoClock;
    private final IntakeMeter meter;

    private final Object lock = new Object();
    private final ArrayDeque<Pending> queue = new ArrayDeque<>();
    private int inFlight;
    private @Nullable Disposable lingering;

    IntakeBatcher(
            BatchCommit commit, IntakeLimits limits, Scheduler scheduler, LongSupplier nanoClock, IntakeMeter meter) {
        this.commit = commit;
        this.limits = limits;
        this.scheduler = scheduler;
        this.nanoClock = nanoClock;
        this.meter = meter;
        meter.watch(this);
    }

    @Override
    public Mono<Receipt> accept(Command command) {
        return Mono.create(sink -> enqueue(command, sink));
    }

    /** Commands that wait for a batch. */
    int queued() {
        synchronized (lock) {
            return queue.size();
        }
    }

    /** Transactions that are not finished. */
    int inFlight() {
        synchronized (lock) {
            return inFlight;
        }
    }

    private void enqueue(Command command, MonoSink<Receipt> sink) {
        Pending pending = new Pending(command, Deadline.of(sink.contextView()), nanoClock.getAsLong(), sink);
        if (offer(pending)) {
            launchWhatMay();
        } else {
            meter.refused("intake.batcher-full");
            sink.error(full(WorkClass.of(sink.contextView()).word()));
        }
    }

    private boolean offer(Pending pending) {
        synchronized (lock) {
            return queue.size() < limits.maxQueued() && queue.add(pending);
        }
    }

    /** Spread over half of the wait again, so that those who are refused together do not come back together. */
    private Failure full(String trafficClass) {
        long millis = RETRY_AFTER.toMillis();
        Duration wait = Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
        return Failure.overloaded(
                new Overload("intake.batcher-full", trafficClass, wait, "intake.max-queued", limits.maxQueued(), wait));
    }

    private void launchWhatMay() {
        List<Pending> batch = take();
        while (batch != null) {
            launch(batch);
            batch = take();
        }
    }

    private @Nullable List<Pending> take() {
        synchronized (lock) {
            Pending oldest = queue.peek();
            if (oldest == null || inFlight >= limits.maxInFlight()) {
                return null;
            }
            long lingerLeft = limits.linger().toNanos() - (nanoClock.getAsLong() - oldest.sinceNanos());
            if (queue.size() < limits.maxBatch() && lingerLeft > 0) {
                lingerFor(lingerLeft);
                return null;
            }
            stopLingering();
            return drainBatch();
        }
    }

    private List<Pending> drainBatch() {
        int size = Math.min(queue.size(), limits.maxBatch());
        List<Pending> batch = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            batch.add(queue.remove());
        }
        inFlight++;
        return batch;
    }

    private void lingerFor(long nanos) {
        if (lingering == null) {
            lingering = scheduler.schedule(this::lingered, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void stopLingering() {
        if (lingering != null) {
            lingering.dispose();
            lingering = null;
        }
    }

    private void lingered() {
        synchronized (lock) {
            lingering = null;
        }
        launchWhatMay();
    }

    /** The batch has a life of its own: no request's cancellation reaches it. */
    private void launch(List<Pending> batch) {
        long startedNanos = nanoClock.getAsLong();
        Disposable unused = commit.settle(batch)
                .subscribe(null, bug -> failed(batch, startedNanos, bug), () -> finished(batch, startedNanos));
    }

    private void failed(List<Pending> batch, long startedNanos, Throwable bug) {
        batch.forEach(pending -> pending.failed(bug));
        finished(batch, startedNanos);
    }

    private void finished(List<Pending> batch, long startedNanos) {
        long tookNanos = nanoClock.getAsLong() - startedNanos;
        synchronized (lock) {
            inFlight--;
        }
        meter.committed(batch.size(), tookNanos);
        launchWhatMay();
    }
}
