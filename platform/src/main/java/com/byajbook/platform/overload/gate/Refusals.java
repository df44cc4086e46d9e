package com.byajbook.platform.overload.gate;

import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.Overload;

/** A gate's refusal as a failure. */
public final class Refusals {

    private Refusals() {}

    /** The failure that says all that the refusal says. */
    public static Failure failure(Refusal refusal) {
        return Failure.overloaded(overload(refusal));
    }

    /** What a caller is told of it. */
    public static Overload overload(Refusal refusal) {
        return new Overload(
                refusal.gate() + "." + refusal.reason().code(),
                refusal.trafficClass().word(),
                refusal.estimatedWait(),
                refusal.limit(),
                refusal.limitValue(),
                refusal.retryAfter());
    }
}
