package com.byajbook.platform.overload.simulation;

import com.byajbook.platform.overload.admission.TrafficClass;

/** A fifth of the connections for the class in which slow queries are, with a gate of its own; the others for the rest. */
final class SeparateArm implements Arm {

    static final Kind KIND = new Kind() {
        @Override
        public String label() {
            return "by promise, connections of their own";
        }

        @Override
        public Arm inFrontOf(Resource resource, Timeline timeline) {
            return new SeparateArm(resource.width(), timeline);
        }
    };

    private static final int A_FIFTH = 5;

    private final Arm slow;
    private final Arm rest;

    private SeparateArm(int width, Timeline timeline) {
        slow = PromiseArm.KIND.inFrontOf(new Resource(timeline, width / A_FIFTH), timeline);
        rest = PromiseArm.KIND.inFrontOf(new Resource(timeline, width - width / A_FIFTH), timeline);
    }

    @Override
    public void offer(Attempt attempt) {
        (attempt.trafficClass == TrafficClass.LOW ? slow : rest).offer(attempt);
    }
}
