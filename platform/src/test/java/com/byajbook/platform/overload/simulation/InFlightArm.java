package com.byajbook.platform.overload.simulation;

import java.util.function.IntPredicate;

/** Counts what is in flight, and refuses at once when that is too much. */
final class InFlightArm implements Arm {

    private final Resource resource;
    private final IntPredicate hasRoom;
    private int inFlight;

    InFlightArm(Resource resource, IntPredicate hasRoom) {
        this.resource = resource;
        this.hasRoom = hasRoom;
    }

    @Override
    public void offer(Attempt attempt) {
        if (!hasRoom.test(inFlight)) {
            attempt.refused(Arms.NO_BETTER_NANOS);
            return;
        }
        inFlight++;
        resource.work(attempt, () -> {
            inFlight--;
            attempt.served();
        });
    }
}
