package com.byajbook.loadtests.load.scenario;

import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.TrafficClass;
import io.gatling.javaapi.core.Assertion;
import java.util.List;

/** What only time shows. */
final class Soak implements Scenario {

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String story() {
        return "The ordinary load for a long time. Nothing gets slower, and no service's memory climbs.";
    }

    @Override
    public int seconds() {
        return 1_800;
    }

    @Override
    public List<Expectation> expectations(Clients clients) {
        return List.of(
                Expectation.good(TrafficClass.CRITICAL, 99.5),
                Expectation.allGood(99),
                Expectation.failed(0.1),
                Expectation.memorySlope());
    }

    @Override
    public List<Assertion> assertions() {
        return Asserting.everythingSucceeds(99);
    }
}
