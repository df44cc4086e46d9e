package com.byajbook.api.admission;

import com.byajbook.api.security.RememberedCallers;
import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.fairness.UserFairness;
import com.byajbook.platform.overload.fairness.UserRefusal;
import com.byajbook.platform.overload.ingress.Rejection;
import com.byajbook.platform.overload.ingress.RequestHead;
import com.byajbook.platform.overload.ingress.TurnAway;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a user who has taken too much at the door, by a token that is remembered: whoever floods the service must not
 * cost it a signature each time.
 */
final class UsersAhead implements TurnAway {

    private final UserFairness fairness;
    private final RememberedCallers callers;
    private final UserMeter meter;
    private final LongSupplier nanoClock;

    UsersAhead(UserFairness fairness, RememberedCallers callers, UserMeter meter, LongSupplier nanoClock) {
        this.fairness = fairness;
        this.callers = callers;
        this.meter = meter;
        this.nanoClock = nanoClock;
    }

    @Override
    public @Nullable Rejection turnAway(RequestHead head, TrafficClass trafficClass, Deadline deadline) {
        String authorization = head.header("Authorization");
        String caller = authorization == null ? null : callers.findCaller(authorization);
        UserRefusal refusal = caller == null ? null : fairness.lookAhead(nanoClock.getAsLong(), caller);
        return refusal == null ? null : meter.refused(refusal, trafficClass);
    }
}
