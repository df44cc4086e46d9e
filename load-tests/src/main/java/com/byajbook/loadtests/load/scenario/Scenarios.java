package com.byajbook.loadtests.load.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** All that there are. */
public final class Scenarios {
    private static final List<Scenario> ALL = List.of(
            new Baseline(),
            new Diwali(),
            new SlowQuery(),
            new PartnerOutage(),
            new RetryStorm(),
            new GreedyUser(),
            new LiveStreams(),
            new Soak());

    private Scenarios() {}

    public static List<Scenario> all() {
        return ALL;
    }

    /** By its name. @throws IllegalArgumentException naming all when there is none of that name */
    public static Scenario named(String name) {
        return ALL.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("There is no scenario '" + name + "'. There are "
                        + ALL.stream().map(Scenario::name).collect(Collectors.joining(", ")) + "."));
    }
}
