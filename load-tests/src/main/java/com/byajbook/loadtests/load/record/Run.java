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
 * The arrivals of a curve, handed out in order while the generator starts its users. The first one sets the clock: everything else is
 * due by the curve from then on.
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
    private volatile long start;

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
        if (arrival == 0) {
            start = now - curve.intendedNanos(0);
            begun.countDown();
        }
        awaitStart();
        Journey journey = new Journey(
                arrival, crowd.errand(arrival), start + curve.intendedNanos(arrival), clients, recorder, witness);
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
        return begun.getCount() > 0 ? -1 : now - start;
    }

    /** Counts what is still open, and what never came, with its age. The generator must have stopped. */
    public void closes(long now) {
        open.forEach(journey -> journey.abandon(now));
        open.clear();
        long origin = begun.getCount() > 0 ? now : start;
        for (long k = next.getAndSet(curve.total()); k < curve.total(); k++) {
            recorder.neverStarted(k, crowd.errand(k), now - origin - curve.intendedNanos(k));
        }
    }

    /** Those who come within the first moment may overtake the very first one. */
    private void awaitStart() {
        while (begun.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
