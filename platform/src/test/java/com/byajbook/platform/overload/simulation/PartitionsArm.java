package com.byajbook.platform.overload.simulation;

import com.byajbook.platform.overload.admission.TrafficClass;

/** Each class has its share of the width and no more. */
final class PartitionsArm implements Arm {

    private final InFlightArm[] byClass = new InFlightArm[TrafficClass.COUNT];

    PartitionsArm(Resource resource) {
        for (TrafficClass trafficClass : TrafficClass.values()) {
            double share = resource.width() * Simulation.MIX[trafficClass.ordinal()];
            int width = (int) Math.max(1, Math.round(share));
            byClass[trafficClass.ordinal()] = new InFlightArm(resource, inFlight -> inFlight < width);
        }
    }

    @Override
    public void offer(Attempt attempt) {
        byClass[attempt.trafficClass.ordinal()].offer(attempt);
    }
}
