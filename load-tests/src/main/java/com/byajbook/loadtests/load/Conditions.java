package com.byajbook.loadtests.load;

import com.byajbook.loadtests.load.curve.RateCurve;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Under which a run was measured: what a reader must know to compare it with another. */
record Conditions(LoadSettings settings) {

    Map<String, Object> asMap() {
        RateCurve curve = settings.curve();
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("processors", Runtime.getRuntime().availableProcessors());
        conditions.put("java", Runtime.version().toString());
        conditions.put("generator", "on the machine of the platform, open workload, shared connections");
        conditions.put("arrivals", curve.measured());
        conditions.put("seconds", curve.seconds() - curve.warmUp());
        conditions.put("warmUpSeconds", curve.warmUp());
        conditions.put("lowestPerSecond", rates().min().orElse(0));
        conditions.put("highestPerSecond", rates().max().orElse(0));
        conditions.put("clients", settings.clients().toString());
        conditions.put("users", settings.users());
        conditions.put("promiseMillis", settings.promise().millis());
        conditions.put("patienceMillis", settings.patience().toMillis());
        return conditions;
    }

    private IntStream rates() {
        RateCurve curve = settings.curve();
        return IntStream.range(curve.warmUp(), curve.seconds()).map(curve::arrivals);
    }
}
