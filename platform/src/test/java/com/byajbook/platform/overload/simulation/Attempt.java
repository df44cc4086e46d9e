package com.byajbook.platform.overload.simulation;

import com.byajbook.platform.overload.admission.TrafficClass;

/** One request, as the server sees it. What becomes of it is told to the client, if that still listens. */
final class Attempt {

    private final Client client;
    final TrafficClass trafficClass;
    final long user;
    final long deadline;
    final long serviceNanos;
    private Runnable whenOver = () -> {};
    private boolean isOver;

    Attempt(Client client, TrafficClass trafficClass, long user, long deadline, long serviceNanos) {
        this.client = client;
        this.trafficClass = trafficClass;
        this.user = user;
        this.deadline = deadline;
        this.serviceNanos = serviceNanos;
    }

    void whenOver(Runnable action) {
        whenOver = action;
    }

    void served() {
        if (ends()) {
            client.served();
        }
    }

    /** After so long it may come again. */
    void refused(long retryAfterNanos) {
        if (ends()) {
            client.refused(retryAfterNanos);
        }
    }

    void timedOut() {
        if (ends()) {
            client.timedOut();
        }
    }

    private boolean ends() {
        if (isOver) {
            return false;
        }
        isOver = true;
        whenOver.run();
        return true;
    }

    boolean isOver() {
        return isOver;
    }
}
