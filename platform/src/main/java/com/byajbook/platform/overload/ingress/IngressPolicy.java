package com.byajbook.platform.overload.ingress;

import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.deadline.RequestTimeout;
import com.byajbook.platform.overload.gate.Gate;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What is decided about a request from its head alone: what it is, until when somebody waits, and whether it has a chance. */
public final class IngressPolicy {

    private final ClassifyRequest classes;
    private final Gate gate;
    private final EventLoops loops;
    private final boolean protecting;
    private final Clock clock;

    IngressPolicy(ClassifyRequest classes, Gate ingress, EventLoops loops, boolean protecting, Clock clock) {
        this.classes = classes;
        this.gate = ingress;
        this.loops = loops;
        this.protecting = protecting;
        this.clock = clock;
    }

    Gate gate() {
        return gate;
    }

    EventLoops loops() {
        return loops;
    }

    Passage classify(RequestHead head) {
        return classes.classify(head);
    }

    /**
     * The caller has waited since it sent the request, not since it was read. A value that means nothing is none here; the
     * deadline filter tells its caller so.
     */
    Deadline deadline(RequestHead head) {
        String given = head.header(RequestTimeout.HEADER);
        Deadline deadline = given == null
                ? null
                : RequestTimeout.read(given, clock.instant().minus(loops.waited()));
        return deadline == null ? Deadline.NONE : deadline;
    }

    /** The refusal that the request would meet at the door or further on, or null. */
    @Nullable
    Rejection turnAway(RequestHead head, Passage passage, Deadline deadline) {
        if (!protecting || passage.hold() == Passage.Hold.NONE) {
            return null;
        }
        Rejection rejection = TurnAway.rejection(gate.turnAway(passage.trafficClass(), deadline, loops.standingWait()));
        for (int i = 0; rejection == null && i < passage.ahead().size(); i++) {
            rejection = passage.ahead().get(i).turnAway(head, passage.trafficClass(), deadline);
        }
        return rejection;
    }
}
