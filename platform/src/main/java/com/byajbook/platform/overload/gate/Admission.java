package com.byajbook.platform.overload.gate;

import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.Ticket;
import com.byajbook.platform.overload.admission.TrafficClass;

/** Work that stands at a gate and hears once what became of it, outside the gate's lock. */
abstract class Admission extends Ticket {

    Admission(TrafficClass trafficClass, long deadlineNanos) {
        super(trafficClass, deadlineNanos);
    }

    /** It has a permit now, and must give it back. */
    abstract void started();

    /** It gets none. */
    abstract void refused(Refusal refusal);
}
