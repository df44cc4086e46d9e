package com.byajbook.platform.overload.gate;

import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.overload.admission.AdmissionQueue;
import com.byajbook.platform.overload.admission.Effects;
import com.byajbook.platform.overload.admission.GateLimits;
import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.Ticket;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.decisions.DecisionCopy;
import com.byajbook.platform.overload.decisions.DecisionRecorder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * The admission policy in front of non-blocking work on one resource of known width.
 *
 * <p>The class and the deadline of the work come from the Reactor context. A decision holds a lock for well under a
 * microsecond; what follows from it runs outside.
 */
public final class Gate implements Lookahead {

    private final String name;
    private final AdmissionQueue queue;
    private final @Nullable DecisionRecorder recorder;
    private final GateMeter meter;
    private final LongSupplier nanoClock;
    private final Clock clock;
    private final boolean protecting;
    private final Object lock = new Object();

    /** What follows from the event at hand; guarded by the lock. */
    private final Consequences consequences = new Consequences();

    Gate(
            String name,
            AdmissionQueue queue,
            @Nullable DecisionRecorder recorder,
            GateMeter meter,
            LongSupplier nanoClock,
            Clock clock,
            boolean protecting) {
        this.name = name;
        this.queue = queue;
        this.recorder = recorder;
        this.meter = meter;
        this.nanoClock = nanoClock;
        this.clock = clock;
        this.protecting = protecting;
    }

    /** Its name, as it stands in limits, metrics and reasons. */
    public String name() {
        return name;
    }

    /**
     * The work, begun when it is let in. The permit goes back when the work completes, fails or is cancelled.
     *
     * @return fails with {@code overloaded} when it is not let in; the work was not begun then
     */
    public <T> Mono<T> admit(Mono<T> work) {
        return new Admitted<>(
                this,
                (actual, context) ->
                        new AdmittedWork<>(this, work, actual, WorkClass.of(context), deadlineNanos(context)));
    }

    /**
     * Work whose value needs the permit for as long as it lives, as a connection does: who gets the value gives the permit
     * back. Work that fails or is empty gives it back itself. Work that is cancelled before it gave its value goes on; its
     * value goes to {@code giveBack}, which must return the permit too, so that the permit is never free before the resource.
     */
    public <T> Mono<T> admitHolding(Function<Permit, Mono<T>> work, Function<T, Publisher<Void>> giveBack) {
        return new Admitted<>(
                this,
                (actual, context) ->
                        new HeldWork<>(this, work, giveBack, actual, WorkClass.of(context), deadlineNanos(context)));
    }

    @Override
    public @Nullable Refusal turnAway(TrafficClass trafficClass, Deadline deadline) {
        return turnAway(trafficClass, deadline, Duration.ZERO);
    }

    /**
     * The refusal of somebody who came now, or null. A refusal is counted, so it must be passed on.
     *
     * @param late how long it has waited already where this gate could not see it
     */
    public @Nullable Refusal turnAway(TrafficClass trafficClass, Deadline deadline, Duration late) {
        Refusal refusal;
        List<Consequence> due;
        synchronized (lock) {
            long now = nanoClock.getAsLong();
            refusal = queue.turnAway(now, trafficClass, nanos(now, deadline), late.toNanos(), consequences);
            due = consequences.take();
        }
        if (refusal != null) {
            meter.offered(trafficClass);
            meter.refused(refusal);
        }
        settle(due);
        return refusal;
    }

    @Override
    public Duration estimatedWait(TrafficClass trafficClass) {
        synchronized (lock) {
            return Duration.ofNanos(queue.estimatedWaitNanos(nanoClock.getAsLong(), trafficClass));
        }
    }

    /** The longest wait with which work of this class is let in now. */
    public Duration target(TrafficClass trafficClass) {
        return read(queue -> queue.limits().targets().of(trafficClass));
    }

    /** How many have a permit now. */
    public int running() {
        return read(AdmissionQueue::running);
    }

    /** How many wait now. */
    public int queued() {
        return read(AdmissionQueue::queued);
    }

    /** Changes the bounds; those who may start by the new ones do. */
    void limit(UnaryOperator<GateLimits> change) {
        List<Consequence> due;
        synchronized (lock) {
            queue.limit(nanoClock.getAsLong(), change.apply(queue.limits()), consequences);
            due = consequences.take();
        }
        settle(due);
    }

    /** Answers those whose time is over at a gate at which nothing else happens. */
    void sweep() {
        List<Consequence> due;
        synchronized (lock) {
            queue.sweep(nanoClock.getAsLong(), consequences);
            due = consequences.take();
        }
        settle(due);
    }

    /** What it decided lately, to decide it again elsewhere; empty where nothing is remembered. */
    public Optional<DecisionCopy> decisions() {
        if (recorder == null) {
            return Optional.empty();
        }
        synchronized (lock) {
            return Optional.of(recorder.copy());
        }
    }

    /** Reads the policy's state under the lock. */
    <R> R read(Function<AdmissionQueue, R> reading) {
        synchronized (lock) {
            return reading.apply(queue);
        }
    }

    long nanoTime() {
        return nanoClock.getAsLong();
    }

    void arrive(Admission admission) {
        meter.offered(admission.trafficClass());
        List<Consequence> due;
        synchronized (lock) {
            queue.arrive(nanoClock.getAsLong(), admission, consequences);
            due = consequences.take();
        }
        settle(due);
    }

    void leave(Admission admission) {
        synchronized (lock) {
            queue.leave(nanoClock.getAsLong(), admission);
        }
    }

    void finish(Admission admission, boolean completed) {
        List<Consequence> due;
        synchronized (lock) {
            long now = nanoClock.getAsLong();
            queue.finish(now, admission, completed, consequences);
            meter.served(now - admission.startedNanos(), completed);
            due = consequences.take();
        }
        settle(due);
    }

    long deadlineNanos(ContextView context) {
        return nanos(nanoClock.getAsLong(), Deadline.of(context));
    }

    /** A gate that lets everybody in asks nobody how long they have. */
    private long nanos(long now, Deadline deadline) {
        return !protecting || deadline.equals(Deadline.NONE)
                ? Ticket.NO_DEADLINE
                : now + Duration.between(clock.instant(), deadline.at()).toNanos();
    }

    private void settle(List<Consequence> due) {
        for (Consequence consequence : due) {
            Refusal refusal = consequence.refusal();
            if (refusal == null) {
                meter.admitted(consequence.admission().trafficClass());
            } else {
                meter.refused(refusal);
            }
        }
        Trampoline.run(due);
    }

    /** Let in, or with the refusal. */
    record Consequence(Admission admission, @Nullable Refusal refusal) {

        void settle() {
            if (refusal == null) {
                admission.started();
            } else {
                admission.refused(refusal);
            }
        }
    }

    private static final class Consequences implements Effects {

        private List<Consequence> noted = new ArrayList<>();

        @Override
        public void start(Ticket ticket) {
            noted.add(new Consequence((Admission) ticket, null));
        }

        @Override
        public void refuse(Ticket ticket, Refusal refusal) {
            noted.add(new Consequence((Admission) ticket, refusal));
        }

        List<Consequence> take() {
            if (noted.isEmpty()) {
                return List.of();
            }
            List<Consequence> taken = noted;
            noted = new ArrayList<>(1);
            return taken;
        }
    }
}
