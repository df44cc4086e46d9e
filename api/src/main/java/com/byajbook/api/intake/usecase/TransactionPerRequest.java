package com.byajbook.api.intake.usecase;

import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.domain.Receipt;
import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.overload.gate.WorkClass;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.Overload;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * The acceptance point as most services have it, one transaction a request: what group commit is measured against.
 *
 * <p>Same guarantees, same statement, same bound on what waits.
 */
final class TransactionPerRequest implements AcceptCommands {

    private static final Duration RETRY_AFTER = Duration.ofMillis(250);

    private final BatchCommit commit;
    private final IntakeLimits limits;
    private final LongSupplier nanoClock;
    private final IntakeMeter meter;
    private final AtomicInteger open = new AtomicInteger();

    TransactionPerRequest(BatchCommit commit, IntakeLimits limits, LongSupplier nanoClock, IntakeMeter meter) {
        this.commit = commit;
        this.limits = limits;
        this.nanoClock = nanoClock;
        this.meter = meter;
    }

    @Override
    public Mono<Receipt> accept(Command command) {
        return Mono.create(sink -> start(command, sink));
    }

    private void start(Command command, MonoSink<Receipt> sink) {
        if (open.incrementAndGet() > limits.maxQueued()) {
            open.decrementAndGet();
            meter.refused("intake.batcher-full");
            sink.error(Failure.overloaded(new Overload(
                    "intake.batcher-full",
                    WorkClass.of(sink.contextView()).word(),
                    RETRY_AFTER,
                    "intake.max-queued",
                    limits.maxQueued(),
                    RETRY_AFTER)));
            return;
        }
        long startedNanos = nanoClock.getAsLong();
        Pending pending = new Pending(command, Deadline.of(sink.contextView()), startedNanos, sink);
        Disposable unused = commit.settle(List.of(pending))
                .doFinally(end -> finished(startedNanos))
                .subscribe(null, pending::failed);
    }

    private void finished(long startedNanos) {
        open.decrementAndGet();
        meter.committed(1, nanoClock.getAsLong() - startedNanos);
    }
}
