package com.byajbook.platform.messaging;

import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageKind;
import com.byajbook.platform.pipe.StageSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What one consumer has in hand, as a stage of the pipe. Messages are counted; times are those of batches. */
final class ConsumerMeter implements StageSource {

    private final String queue;
    private final ConsumerLimits limits;
    private final WorkMeter work = new WorkMeter();
    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong inBatches = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong pausing = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private volatile boolean connected;

    ConsumerMeter(String queue, ConsumerLimits limits) {
        this.queue = queue;
        this.limits = limits;
    }

    /** A connection begins or ends; with its end the broker takes back all that was not acknowledged. */
    void connected(boolean now) {
        connected = now;
        delivered.set(0);
    }

    boolean isConnected() {
        return connected;
    }

    void delivered() {
        delivered.incrementAndGet();
        taken.incrementAndGet();
        work.offered(1);
    }

    /** Messages delivered since the service started. */
    long taken() {
        return taken.get();
    }

    long batches() {
        return batches.get();
    }

    void finished(String outcome, int messages) {
        if (outcome.equals("acked")) {
            work.served(messages);
        } else {
            work.refused(outcome, messages);
        }
    }

    /** A batch is taken in hand. */
    Batch begin(int messages) {
        batches.incrementAndGet();
        inBatches.addAndGet(messages);
        return new Batch(messages);
    }

    @Override
    public Stage stage() {
        WorkMeter.Look look = work.look();
        return new Stage(
                queue,
                StageKind.CONSUMER,
                batches.get(),
                limits.concurrency().value(),
                Math.max(0, delivered.get() - inBatches.get()),
                limits.prefetch().value(),
                0,
                look.offered(),
                look.offered(),
                look.served(),
                look.refused(),
                look.p50Ms(),
                look.p99Ms(),
                0,
                0,
                state(),
                limits.names());
    }

    private String state() {
        return pausing.get() > 0 ? "paused" : connected ? "" : "disconnected";
    }

    /** One batch in hand. */
    final class Batch {

        private final int messages;
        private final long begunNanos = System.nanoTime();
        private final AtomicBoolean pauses = new AtomicBoolean();

        private Batch(int messages) {
            this.messages = messages;
        }

        /** It waits for the weather: a database, a partner, a breaker. */
        void pauses() {
            if (pauses.compareAndSet(false, true)) {
                pausing.incrementAndGet();
            }
        }

        void end() {
            batches.decrementAndGet();
            inBatches.addAndGet(-messages);
            delivered.updateAndGet(before -> Math.max(0, before - messages));
            if (pauses.get()) {
                pausing.decrementAndGet();
            }
            work.took(System.nanoTime() - begunNanos);
        }
    }
}
