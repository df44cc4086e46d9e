package com.byajbook.loadtests.load.scenario;

import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.TrafficClass;
import com.byajbook.loadtests.load.trouble.PartnersAway;
import io.gatling.javaapi.core.Assertion;
import java.util.List;
import java.util.Optional;

/** Others' bad evening. */
final class PartnerOutage implements Scenario {

    @Override
    public String name() {
        return "partner-outage";
    }

    @Override
    public String story() {
        return "For a third of the run the credit bureau hangs and the UPI provider refuses everything. The mobile app hardly"
                + " notices: applications and payments are accepted, wait, and end when the partners are back.";
    }

    @Override
    public int seconds() {
        return 30;
    }

    @Override
    public Optional<Disturbance> disturbance() {
        return Optional.of(new Disturbance(new PartnersAway(), 1 / 3.0, 2 / 3.0));
    }

    @Override
    public List<Expectation> expectations(Clients clients) {
        return List.of(
                Expectation.good(TrafficClass.CRITICAL, 99),
                Expectation.good(TrafficClass.HIGH, 99),
                Expectation.allGood(99),
                Expectation.failed(0.1),
                Expectation.recovers(1),
                Expectation.memoryFlat());
    }

    @Override
    public List<Assertion> assertions() {
        return Asserting.everythingSucceeds(99);
    }
}
