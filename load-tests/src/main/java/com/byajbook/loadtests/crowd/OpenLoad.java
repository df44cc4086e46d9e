package com.byajbook.loadtests.crowd;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.verdict.Wish;
import com.byajbook.loadtests.verdict.Witness;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * People who arrive at a steady rate whether or not the platform keeps up, and who retry with the same key until they have an answer.
 *
 * <p>It stops by itself: after a number of wishes, after a time, and each person gives up after some patience. At most 2,000 wishes are
 * open at once; those that find no room are counted, so that a run that was held back says so.
 */
public final class OpenLoad implements AutoCloseable {
    private static final int MAX_OPEN = 2_000;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration RETRY_AFTER = Duration.ofMillis(300);

    private final PublicApi api;
    private final Witness witness;
    private final Supplier<Errand> errands;
    private final Duration patience;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "open-load");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger left;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger gaveUp = new AtomicInteger();
    private final AtomicInteger noRoom = new AtomicInteger();
    private final AtomicInteger retries = new AtomicInteger();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    /** A wish and the body of its requests. */
    public record Errand(Wish wish, String body) {}

    private OpenLoad(PublicApi api, Witness witness, Supplier<Errand> errands, int atMost, Duration patience) {
        this.api = api;
        this.witness = witness;
        this.errands = errands;
        this.left = new AtomicInteger(atMost);
        this.patience = patience;
    }

    /**
     * Starts at once.
     *
     * @param perSecond arrivals, 1 to 1,000
     * @param atMost wishes in all
     * @param patience how long each person retries
     */
    public static OpenLoad start(
            PublicApi api, Witness witness, Supplier<Errand> errands, int perSecond, int atMost, Duration patience) {
        if (perSecond < 1 || perSecond > 1_000) {
            throw new IllegalArgumentException("1 to 1,000 arrivals a second, not " + perSecond);
        }
        OpenLoad load = new OpenLoad(api, witness, errands, atMost, patience);
        long period = TimeUnit.SECONDS.toNanos(1) / perSecond;
        var unused = load.clock.scheduleAtFixedRate(load::arrive, 0, period, TimeUnit.NANOSECONDS);
        var unusedEnd = load.clock.schedule(() -> load.left.set(0), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        return load;
    }

    /** 202s until now. */
    public int accepted() {
        return accepted.get();
    }

    /** Nobody new arrives from now on; those who wait go on. */
    public void stopArrivals() {
        left.set(0);
    }

    /** Whether everybody has an answer or gave up, and nobody comes any more. */
    public boolean isOver() {
        return left.get() <= 0 && open.get() == 0;
    }

    /** Answers that no healthy or broken platform should give to good requests; empty if all is well. */
    public List<String> surprises() {
        return List.copyOf(surprises);
    }

    @Override
    public void close() {
        left.set(0);
        clock.shutdownNow();
    }

    private void arrive() {
        if (left.get() <= 0) {
            return;
        }
        if (open.get() >= MAX_OPEN) {
            noRoom.incrementAndGet();
            return;
        }
        left.decrementAndGet();
        open.incrementAndGet();
        Errand errand = errands.get();
        witness.asked(errand.wish());
        send(errand, System.nanoTime() + patience.toNanos());
    }

    private void send(Errand errand, long deadline) {
        Wish wish = errand.wish();
        // No answer at all is answered like "come again": with the same key.
        var unused = api.postLater(wish.kind().path(), wish.person(), wish.key(), errand.body())
                .whenComplete((answer, unusedCause) -> answered(errand, deadline, answer));
    }

    private void answered(Errand errand, long deadline, @Nullable Answer answer) {
        if (answer != null && answer.isAccepted()) {
            witness.accepted(errand.wish(), UUID.fromString(answer.text("id")));
            accepted.incrementAndGet();
            open.decrementAndGet();
        } else if (answer != null && answer.status() / 100 != 5 && answer.status() != 429) {
            surprises.add(errand.wish() + " got " + answer);
            open.decrementAndGet();
        } else if (System.nanoTime() < deadline && !clock.isShutdown()) {
            retries.incrementAndGet();
            var unused = clock.schedule(() -> send(errand, deadline), RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            gaveUp.incrementAndGet();
            open.decrementAndGet();
        }
    }

    @Override
    public String toString() {
        return accepted + " accepted after " + retries + " retries, " + gaveUp + " gave up, " + open + " open, "
                + noRoom + " arrivals found no room";
    }
}
