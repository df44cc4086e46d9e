package com.byajbook.loadtests.load.scenario;

import com.byajbook.loadtests.load.curve.Shape;
import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.Mix;
import io.gatling.javaapi.core.Assertion;
import java.util.List;
import java.util.Optional;

/** A story under load: who comes when, what goes wrong meanwhile, and what must hold all the same. */
public interface Scenario {

    /** As on the command line. */
    String name();

    /** What happens, in a sentence or two. */
    String story();

    /** Arrivals a second where the shape is 1, unless somebody says otherwise. */
    default double base() {
        return 50;
    }

    /** Length after the warm-up, unless somebody says otherwise. */
    int seconds();

    default Shape shape() {
        return Shape.steady();
    }

    default Mix mix() {
        return Mix.evening();
    }

    default Clients clients() {
        return Clients.ONCE;
    }

    /** Whether one user sends half of everything. */
    default boolean oneIsGreedy() {
        return false;
    }

    /** How many people hold a stream open. */
    default int watchers() {
        return 0;
    }

    default Optional<Disturbance> disturbance() {
        return Optional.empty();
    }

    /** What must hold; the verdict comes on top. */
    List<Expectation> expectations(Clients clients);

    /** What Gatling's own report is to check. */
    List<Assertion> assertions();
}
