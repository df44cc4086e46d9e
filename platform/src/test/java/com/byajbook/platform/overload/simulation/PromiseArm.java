package com.byajbook.platform.overload.simulation;

import com.byajbook.platform.overload.admission.AdmissionQueue;
import com.byajbook.platform.overload.admission.Effects;
import com.byajbook.platform.overload.admission.GateLimits;
import com.byajbook.platform.overload.admission.GateState;
import com.byajbook.platform.overload.admission.Journal;
import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ours: the policy as it runs in the services, with the sweep that its gate makes. */
final class PromiseArm implements Arm, Effects {

    static final Kind KIND = new Kind() {
        @Override
        public String label() {
            return "by promise";
        }

        @Override
        public Arm inFrontOf(Resource resource, Timeline timeline) {
            return new PromiseArm(resource, timeline, Journal.NONE);
        }
    };

    private static final int FLOOR_EVERY = 64;
    private static final int MAX_QUEUED = 1_000;
    private static final long SWEEP_EVERY = 20 * Timeline.MILLI;
    private static final long FIRST_GUESS = 10 * Timeline.MILLI;

    private static final class Place extends Ticket {
        private final Attempt attempt;

        private Place(Attempt attempt) {
            super(attempt.trafficClass, attempt.deadline);
            this.attempt = attempt;
        }
    }

    private final Resource resource;
    private final Timeline timeline;
    private final AdmissionQueue queue;
    private final List<Place> started = new ArrayList<>();

    PromiseArm(Resource resource, Timeline timeline, Journal journal) {
        this.resource = resource;
        this.timeline = timeline;
        this.queue = new AdmissionQueue(
                "simulated", GateState.fresh(limits(resource.width()), timeline.now(), FIRST_GUESS), journal);
        timeline.after(SWEEP_EVERY, this::sweep);
    }

    /** As a gate of ours is set by default. */
    static GateLimits limits(int width) {
        return new GateLimits(
                width,
                MAX_QUEUED,
                new GateLimits.Targets(
                        Duration.ofMillis(500), Duration.ofMillis(200), Duration.ofMillis(100), Duration.ofMillis(50)),
                FLOOR_EVERY,
                Duration.ofSeconds(120));
    }

    @Override
    public void offer(Attempt attempt) {
        queue.arrive(timeline.now(), new Place(attempt), this);
        workOnStarted();
    }

    @Override
    public void start(Ticket ticket) {
        started.add((Place) ticket);
    }

    @Override
    public void refuse(Ticket ticket, Refusal refusal) {
        long retryAfter = refusal.retryAfter().toNanos();
        timeline.after(0, () -> ((Place) ticket).attempt.refused(retryAfter));
    }

    private void workOnStarted() {
        List<Place> places = List.copyOf(started);
        started.clear();
        places.forEach(place -> resource.work(place.attempt, () -> done(place)));
    }

    private void done(Place place) {
        place.attempt.served();
        queue.finish(timeline.now(), place, true, this);
        workOnStarted();
    }

    private void sweep() {
        queue.sweep(timeline.now(), this);
        timeline.after(SWEEP_EVERY, this::sweep);
    }
}
