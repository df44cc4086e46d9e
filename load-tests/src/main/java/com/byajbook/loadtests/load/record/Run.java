package com.byajbook.loadtests.load.record;

import com.byajbook.loadtests.load.curve.RateCurve;
import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.Crowd;
import com.byajbook.loadtests.verdict.Witness;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The arrivals of a curve, handed out in order while the generator starts its users. They set the clock: nobody can come before
 * the time at which the curve has them, so that the one who is least late tells when the run began.
 */
public final class Run {
    private final RateCurve curve;
    private final Crowd crowd;
    private final Clients clients;
    private final Recorder recorder;
    private final Witness witness;
    private final AtomicLong next = new AtomicLong();
    private final Set<Journey> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicLong start = new AtomicLong(Long.MAX_VALUE);

    public Run(RateCurve curve, Crowd crowd, Clients clients, Recorder recorder, Witness witness) {
        this.curve = curve;
        this.crowd = crowd;
        this.clients = clients;
        this.recorder = recorder;
        this.witness = witness;
    }

    public RateCurve curve() {
        return curve;
    }

    /** The next arrival, now. @throws IllegalStateException when the curve has no more */
    public Journey arrives(long now) {
        long arrival = next.getAndIncrement();
        if (arrival >= curve.total()) {
            throw new IllegalStateException("the curve has " + curve.total() + " arrivals, and one more came");
        }
        long offset = curve.intendedNanos(arrival);
        // The very first user is often late itself, being the first; whoever was least late so far knows best when it
        // all began.
        long origin = start.accumulateAndGet(now - offset, Math::min);
        begun.countDown();
        Journey journey = new Journey(arrival, crowd.errand(arrival), origin + offset, clients, recorder, witness);
        open.add(journey);
        return journey;
    }

    /** It is over. */
    public void leaves(Journey journey) {
        open.remove(journey);
    }

    /** Arrivals so far. */
    public long arrived() {
        return Math.min(next.get(), curve.total());
    }

    /** How many have no answer yet or wait to ask again. */
    public int open() {
        return open.size();
    }

    /** Waits until the first arrival. @return whether it came in time */
    public boolean awaitStart(long timeout, TimeUnit unit) throws InterruptedException {
        return begun.await(timeout, unit);
    }

    /** Nanoseconds since the start; negative before it. */
    public long elapsedNanos(long now) {
        return begun.getCount() > 0 ? -1 : now - start.get();
    }

    /** Counts what is still open, and what never came, with its age. The generator must have stopped. */
    public void closes(long now) {
        open.forEach(journey -> journey.abandon(now));
        open.clear();
        long origin = begun.getCount() > 0 ? now : start.get();
        for (long k = next.getAndSet(curve.total()); k < curve.total(); k++) {
            recorder.neverStarted(k, crowd.errand(k), now - origin - curve.intendedNanos(k));
        }
    }
}
