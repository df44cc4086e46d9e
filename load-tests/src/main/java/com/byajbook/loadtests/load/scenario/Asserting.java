package com.byajbook.loadtests.load.scenario;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;

import com.byajbook.loadtests.load.traffic.RequestKind;
import com.byajbook.loadtests.load.traffic.TrafficClass;
import io.gatling.javaapi.core.Assertion;
import java.util.Arrays;
import java.util.List;

/** Assertions of Gatling's, over its own counts, in which the warm-up is included. */
final class Asserting {

    private Asserting() {}

    /** Nearly every request of everybody gets what it asks for. */
    static List<Assertion> everythingSucceeds(double percent) {
        return List.of(global().successfulRequests().percent().gte(percent));
    }

    /** Payments and their status do, whatever becomes of the rest. */
    static List<Assertion> paymentsSucceed(double percent) {
        return Arrays.stream(RequestKind.values())
                .filter(kind -> kind.trafficClass() == TrafficClass.CRITICAL)
                .map(kind ->
                        details(kind.words()).successfulRequests().percent().gte(percent))
                .toList();
    }
}
