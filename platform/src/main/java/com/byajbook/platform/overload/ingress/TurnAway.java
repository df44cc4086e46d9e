package com.byajbook.platform.overload.ingress;

import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.gate.Lookahead;
import com.byajbook.platform.overload.gate.Refusals;
import com.byajbook.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Something on a request's way that knows from its head that it would be refused there. */
@FunctionalInterface
public interface TurnAway {

    /** The refusal, or null. A refusal is counted, so it must be passed on; nothing is taken for the request. */
    @Nullable
    Rejection turnAway(RequestHead head, TrafficClass trafficClass, Deadline deadline);

    /** What a gate says. */
    static TurnAway at(Lookahead gate) {
        return (head, trafficClass, deadline) -> rejection(gate.turnAway(trafficClass, deadline));
    }

    /** A gate's refusal as the answer that it becomes. */
    static @Nullable Rejection rejection(@Nullable Refusal refusal) {
        return refusal == null ? null : new Rejection(ProblemType.OVERLOADED, Refusals.overload(refusal));
    }
}
