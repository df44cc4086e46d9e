package com.byajbook.loadtests.load.scenario;

import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.Crowd;
import io.gatling.javaapi.core.Assertion;
import java.util.List;

/** Somebody's script. */
final class GreedyUser implements Scenario {

    @Override
    public String name() {
        return "greedy-user";
    }

    @Override
    public String story() {
        return "One user sends half of everything. That user's limit is that user's; everybody else is served as if there were"
                + " nobody greedy.";
    }

    @Override
    public double base() {
        return 200;
    }

    @Override
    public int seconds() {
        return 30;
    }

    @Override
    public boolean oneIsGreedy() {
        return true;
    }

    @Override
    public List<Expectation> expectations(Clients clients) {
        return List.of(Expectation.groupGood(Crowd.OTHERS, 99), Expectation.failed(0.1), Expectation.memoryFlat());
    }

    @Override
    public List<Assertion> assertions() {
        return Asserting.everythingSucceeds(49);
    }
}
