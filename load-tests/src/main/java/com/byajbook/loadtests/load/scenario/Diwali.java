package com.byajbook.loadtests.load.scenario;

import com.byajbook.loadtests.load.curve.Shape;
import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.TrafficClass;
import io.gatling.javaapi.core.Assertion;
import java.util.List;

/** The evening of 2022 on which the first version was down for four hours. */
final class Diwali implements Scenario {

    @Override
    public String name() {
        return "diwali";
    }

    @Override
    public String story() {
        return "The load rises to ten times the ordinary one, stays there, and falls again. Payments go through as on any"
                + " evening; of the rest as much is served as the machine can do, and who is not is told so at once.";
    }

    @Override
    public int seconds() {
        return 60;
    }

    @Override
    public Shape shape() {
        return Shape.shipped("diwali");
    }

    @Override
    public List<Expectation> expectations(Clients clients) {
        return List.of(
                Expectation.good(TrafficClass.CRITICAL, 99.5),
                Expectation.failed(0.5),
                Expectation.plateau(1),
                Expectation.recovers(2),
                Expectation.memoryFlat());
    }

    @Override
    public List<Assertion> assertions() {
        return Asserting.paymentsSucceed(99);
    }
}
