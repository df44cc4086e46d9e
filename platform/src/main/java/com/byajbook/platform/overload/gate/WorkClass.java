package com.byajbook.platform.overload.gate;

import com.byajbook.platform.overload.admission.TrafficClass;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** How the class of the work at hand travels: in the Reactor context. */
public final class WorkClass {

    /** How it travels between our own services, together with the internal token; from anybody else it means nothing. */
    public static final String HEADER = "Byajbook-Class";

    private WorkClass() {}

    /**
     * The class of the work at hand. Where nobody set one it is the platform's own: what was accepted before and is
     * worked off now, which comes before anything new.
     */
    public static TrafficClass of(ContextView context) {
        return context.<TrafficClass>getOrEmpty(TrafficClass.class).orElse(TrafficClass.CRITICAL);
    }

    /** The class of this name; that of most work where a newer service names one that this one does not know. */
    public static TrafficClass named(String word) {
        for (TrafficClass trafficClass : TrafficClass.values()) {
            if (trafficClass.word().equals(word)) {
                return trafficClass;
            }
        }
        return TrafficClass.NORMAL;
    }

    /** The context with this class in it. */
    public static Context into(Context context, TrafficClass trafficClass) {
        return context.put(TrafficClass.class, trafficClass);
    }
}
