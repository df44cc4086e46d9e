package com.byajbook.platform.overload.ingress;

import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.List;

/**
 * What a request is to the ingress.
 *
 * @param hold for how long it is at work in this process
 * @param ahead what can say at once that the request will not get through, in the order in which it is asked
 */
public record Passage(TrafficClass trafficClass, Hold hold, List<TurnAway> ahead) {

    /** For how long a request has its place at the ingress. */
    public enum Hold {
        /** Until it is answered. */
        WHOLE,
        /** Until its answer begins: a stream. */
        OPENING,
        /** It has none, and is never refused: the operator's calls, which have to get through. */
        NONE
    }

    public Passage {
        ahead = List.copyOf(ahead);
    }

    /** An ordinary request. */
    public static Passage of(TrafficClass trafficClass, List<TurnAway> ahead) {
        return new Passage(trafficClass, Hold.WHOLE, ahead);
    }
}
