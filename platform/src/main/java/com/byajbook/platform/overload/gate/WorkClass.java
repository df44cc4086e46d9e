package com.byajbook.platform.overload.gate;

import com.byajbook.platform.overload.admission.TrafficClass;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** How the class of the work at hand travels: in the Reactor context. */
public final class WorkClass {

    private WorkClass() {}

    /**
     * The class of the work at hand. Where nobody set one it is the platform's own: what was accepted before and is
     * worked off now, which comes before anything new.
     */
    public static TrafficClass of(ContextView context) {
        return context.<TrafficClass>getOrEmpty(TrafficClass.class).orElse(TrafficClass.CRITICAL);
    }

    /** The context with this class in it. */
    public static Context into(Context context, TrafficClass trafficClass) {
        return context.put(TrafficClass.class, trafficClass);
    }
}
