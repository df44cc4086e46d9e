package com.byajbook.loadtests.load.scenario;

import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.Mix;
import com.byajbook.loadtests.load.traffic.TrafficClass;
import io.gatling.javaapi.core.Assertion;
import java.util.List;

/** A phone in a train. */
final class LiveStreams implements Scenario {

    @Override
    public String name() {
        return "sse";
    }

    @Override
    public String story() {
        return "People hold a live stream open that breaks every few seconds, and come back with the id of the last event that"
                + " they saw, while loans and payments of theirs go on. Nobody misses an event or sees one twice.";
    }

    @Override
    public double base() {
        return 30;
    }

    @Override
    public int seconds() {
        return 30;
    }

    @Override
    public Mix mix() {
        return Mix.watching();
    }

    @Override
    public int watchers() {
        return 40;
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
