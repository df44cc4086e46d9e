package com.byajbook.loadtests.load.scenario;

import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.TrafficClass;
import com.byajbook.loadtests.load.trouble.LockedLoanTable;
import io.gatling.javaapi.core.Assertion;
import java.util.List;
import java.util.Optional;

/** The one slow query that could stop everything. */
final class SlowQuery implements Scenario {

    @Override
    public String name() {
        return "slow-query";
    }

    @Override
    public String story() {
        return "For a third of the run somebody locks the loan table. Decisions wait, and so does the sharing out of what is"
                + " paid; who pays does not notice, applications are still accepted, and afterwards everything that waited is"
                + " done.";
    }

    @Override
    public int seconds() {
        return 30;
    }

    @Override
    public Optional<Disturbance> disturbance() {
        return Optional.of(new Disturbance(new LockedLoanTable(), 1 / 3.0, 2 / 3.0));
    }

    @Override
    public List<Expectation> expectations(Clients clients) {
        return List.of(
                Expectation.good(TrafficClass.CRITICAL, 99),
                Expectation.good(TrafficClass.HIGH, 99),
                Expectation.recovers(3),
                Expectation.memoryFlat());
    }

    @Override
    public List<Assertion> assertions() {
        return Asserting.paymentsSucceed(99);
    }
}
