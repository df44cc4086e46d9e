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
 * slots are busy the queue grows, so batches become larger exactly when there is more to do. The queue is bounded: a
 * command that does not fit is refused with the time after which it would.
 */
public final class IntakeBatcher implements AcceptCommands {

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(5);

    private final BatchCommit commit;
    private final IntakeLimits limits;
    private final Scheduler scheduler;
    private final LongSupplier nanoClock;
    private final IntakeMeter meter;

    private final Object lock = new Object();
    private final ArrayDeque<Pending> queue = new ArrayDeque<>();
    private final DrainRate drain;
    private int inFlight;
    private int commandsInFlight;
    private @Nullable Disposable lingering;

    IntakeBatcher(
            BatchCommit commit, IntakeLimits limits, Scheduler scheduler, LongSupplier nanoClock, IntakeMeter meter) {
        this.commit = commit;
        this.limits = limits;
        this.scheduler = scheduler;
        this.nanoClock = nanoClock;
        this.meter = meter;
        this.drain = new DrainRate(limits.maxBatch(), limits.maxInFlight());
        meter.watch(this);
    }

    @Override
    public Mono<Receipt> accept(Command command) {
        return Mono.create(sink -> enqueue(command, sink));
    }

    /** How long a command that came now would wait; what admission in front of this can promise by. */
    public Duration estimatedWait() {
        synchronized (lock) {
            return drain.estimate(queue.size() + commandsInFlight);
        }
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
        Duration full = offer(pending);
        if (full != null) {
            meter.refused("intake.batcher-full");
            sink.error(Failure.overloaded(new Overload(
                    "intake.batcher-full",
                    WorkClass.of(sink.contextView()).word(),
                    full,
                    "intake.max-queued",
                    limits.maxQueued(),
                    full)));
            return;
        }
        launchWhatMay();
    }

    /** Null when queued, else the wait after which there will be room. */
    private @Nullable Duration offer(Pending pending) {
        synchronized (lock) {
            if (queue.size() < limits.maxQueued()) {
                queue.add(pending);
                return null;
            }
            return appointment(drain.estimate(queue.size() + commandsInFlight));
        }
    }

    /** Spread over half of the wait again, so that those who are refused together do not come back together. */
    private static Duration appointment(Duration wait) {
        long millis = Math.max(SHORTEST_WAIT.toMillis(), wait.toMillis());
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
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
        commandsInFlight += size;
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
            commandsInFlight -= batch.size();
            drain.observe(tookNanos);
        }
        meter.committed(batch.size(), tookNanos);
        launchWhatMay();
    }
}
