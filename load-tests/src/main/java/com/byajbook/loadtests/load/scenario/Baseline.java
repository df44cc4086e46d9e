package com.byajbook.loadtests.load.scenario;

import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.TrafficClass;
import io.gatling.javaapi.core.Assertion;
import java.util.List;

/** What every other run is compared with. */
final class Baseline implements Scenario {

    @Override
    public String name() {
        return "baseline";
    }

    @Override
    public String story() {
        return "An ordinary evening: a steady load that the platform carries easily. Nobody is refused and nobody waits.";
    }

    @Override
    public int seconds() {
        return 30;
    }

    @Override
    public List<Expectation> expectations(Clients clients) {
        return List.of(
                Expectation.good(TrafficClass.CRITICAL, 99.5),
                Expectation.allGood(99),
                Expectation.failed(0.1),
                Expectation.memoryFlat());
    }

    @Override
    public List<Assertion> assertions() {
        return Asserting.everythingSucceeds(99);
    }
}
