package com.byajbook.platform.overload.simulation;

/** A way to stand in front of a resource: decides at once, or later, what becomes of an attempt. */
interface Arm {

    void offer(Attempt attempt);

    /** What each kind of arm is called in the report, and how it is made for a resource. */
    interface Kind {
        String label();

        Arm inFrontOf(Resource resource, Timeline timeline);
    }
}
