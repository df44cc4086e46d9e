package com.byajbook.loadtests.load.record;

import com.byajbook.loadtests.load.traffic.TrafficClass;
import java.util.EnumMap;
import java.util.Map;

/** Within how many milliseconds of its intended start an answer of each class still counts as goodput. */
public record Promise(Map<TrafficClass, Integer> millis) {
    private static final int LONGEST = 600_000;

    public Promise {
        Map<TrafficClass, Integer> all = new EnumMap<>(TrafficClass.class);
        for (TrafficClass each : TrafficClass.values()) {
            int value = millis.getOrDefault(each, each.promiseMillis());
            if (value < 1 || value > LONGEST) {
                throw new IllegalArgumentException("A promise is 1 to 600,000 ms, not " + value + " for " + each);
            }
            all.put(each, value);
        }
        millis = Map.copyOf(all);
    }

    /** As each class has it. */
    public static Promise usual() {
        return new Promise(Map.of());
    }

    boolean isKept(TrafficClass trafficClass, long nanos) {
        return nanos <= millis.getOrDefault(trafficClass, trafficClass.promiseMillis()) * 1_000_000L;
    }
}
