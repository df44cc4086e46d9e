package com.byajbook.platform.overload.decisions;

import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.TrafficClass;

/** Which limit a refusal names: two bits of its event. Their order is part of the format. */
enum NamedLimit {
    TARGET,
    MAX_QUEUED,
    OWN_DEADLINE;

    private static final String OWN = "request-timeout-ms";
    private static final NamedLimit[] LIMITS = values();

    static NamedLimit in(Refusal refusal) {
        return switch (refusal.reason()) {
            case WAIT_TOO_LONG -> TARGET;
            case DEADLINE_TOO_NEAR -> OWN_DEADLINE;
            case QUEUE_FULL, DISPLACED -> MAX_QUEUED;
            case EXPIRED -> refusal.limit().equals(OWN) ? OWN_DEADLINE : TARGET;
        };
    }

    static NamedLimit of(int index) {
        if (index >= LIMITS.length) {
            throw DecisionLogException.damaged("it names a limit that does not exist");
        }
        return LIMITS[index];
    }

    String name(String gate, TrafficClass trafficClass) {
        return switch (this) {
            case TARGET -> "gate." + gate + ".target." + trafficClass.word();
            case MAX_QUEUED -> "gate." + gate + ".max-queued";
            case OWN_DEADLINE -> OWN;
        };
    }
}
