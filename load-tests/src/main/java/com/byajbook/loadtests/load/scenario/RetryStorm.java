package com.byajbook.loadtests.load.scenario;

import com.byajbook.loadtests.load.curve.Shape;
import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.TrafficClass;
import io.gatling.javaapi.core.Assertion;
import java.util.ArrayList;
import java.util.List;

/** The failure that feeds itself. */
final class RetryStorm implements Scenario {

    @Override
    public String name() {
        return "retry-storm";
    }

    @Override
    public String story() {
        return "Close to what the platform can do, five seconds of twice as much, and every app that is refused or waits too"
                + " long asks again at once, three times. When the five seconds are over, so is the trouble. With"
                + " --clients obedient the apps come back when they were told to. Give as --base what your machine can do.";
    }

    @Override
    public double base() {
        return 250;
    }

    @Override
    public int seconds() {
        return 60;
    }

    @Override
    public Shape shape() {
        return Shape.shipped("retry-storm");
    }

    @Override
    public Clients clients() {
        return Clients.NAIVE;
    }

    @Override
    public List<Expectation> expectations(Clients clients) {
        List<Expectation> all = new ArrayList<>(List.of(
                Expectation.admitted(TrafficClass.CRITICAL, 99.5),
                Expectation.failed(0.5),
                Expectation.recovers(1),
                Expectation.memoryFlat()));
        if (clients == Clients.OBEDIENT) {
            all.add(Expectation.attemptsPerSuccess(2));
            all.add(Expectation.honestRetryAfter(10));
        }
        return all;
    }

    @Override
    public List<Assertion> assertions() {
        return Asserting.paymentsSucceed(95);
    }
}
