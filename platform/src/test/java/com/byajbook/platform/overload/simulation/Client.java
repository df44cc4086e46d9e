package com.byajbook.platform.overload.simulation;

import com.byajbook.platform.overload.admission.TrafficClass;

/** Somebody who wants one thing done, and how often it asks for it. */
final class Client {

    /** How long one waits for an answer. */
    static final long PATIENCE = Timeline.SECOND;

    private static final int NAIVE_ATTEMPTS = 4;
    private static final long ROUND_TRIP = 10 * Timeline.MILLI;

    private final Simulation simulation;
    private final Behaviour behaviour;
    final TrafficClass trafficClass;
    final long user;
    final long bornAt;
    private int attempts;
    private long promised = -1;
    private long promisedAt;

    Client(Simulation simulation, Behaviour behaviour, TrafficClass trafficClass, long user) {
        this.simulation = simulation;
        this.behaviour = behaviour;
        this.trafficClass = trafficClass;
        this.user = user;
        this.bornAt = simulation.timeline().now();
    }

    void ask() {
        attempts++;
        simulation.records().asked(this);
        long deadline = simulation.timeline().now() + PATIENCE;
        Attempt attempt = new Attempt(this, trafficClass, user, deadline, simulation.serviceNanos(trafficClass));
        simulation.offer(attempt);
        if (!attempt.isOver()) {
            simulation.timeline().after(PATIENCE, attempt::timedOut);
        }
    }

    void served() {
        simulation.records().served(this);
        if (promised >= 0) {
            simulation.records().kept(promised, simulation.timeline().now() - promisedAt);
        }
    }

    void refused(long retryAfterNanos) {
        switch (behaviour) {
            case RESIGNED -> {}
            case NAIVE -> askAgainAtOnce();
            case EVERY_SECOND -> comeBack(Timeline.SECOND);
            case OBEDIENT -> comeBack(retryAfterNanos);
        }
    }

    void timedOut() {
        switch (behaviour) {
            case RESIGNED -> {}
            case NAIVE -> askAgainAtOnce();
            case EVERY_SECOND, OBEDIENT -> simulation.timeline().after(Timeline.SECOND, this::ask);
        }
    }

    private void comeBack(long retryAfterNanos) {
        if (promised < 0) {
            promised = retryAfterNanos;
            promisedAt = simulation.timeline().now();
        }
        simulation.timeline().after(retryAfterNanos, this::ask);
    }

    private void askAgainAtOnce() {
        if (attempts < NAIVE_ATTEMPTS) {
            simulation.timeline().after(ROUND_TRIP, this::ask);
        }
    }
}
