package com.byajbook.platform.overload.gate;

import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something on a request's way that can say at its very beginning that it will not get through. */
public interface Lookahead {

    /** The refusal of somebody who came now, or null. A refusal is counted, so it must be passed on. */
    @Nullable
    Refusal turnAway(TrafficClass trafficClass, Deadline deadline);

    /** How long somebody of this class who came now would wait. */
    Duration estimatedWait(TrafficClass trafficClass);
}
