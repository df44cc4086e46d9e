package com.byajbook.loadtests.load;

import com.byajbook.loadtests.load.curve.RateCurve;
import com.byajbook.loadtests.load.record.Promise;
import com.byajbook.loadtests.load.scenario.Scenario;
import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.trouble.Trouble;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a scenario is run.
 *
 * @param users who take part, at least 2
 * @param patience how long a client waits for an answer
 * @param settle how long everything accepted may take to its end after the last arrival
 * @param apis replicas that share the traffic; empty for the one that the site names
 * @param trouble when something goes wrong, empty if the scenario has nothing of that
 * @param folder of the results
 */
public record LoadSettings(
        Scenario scenario,
        RateCurve curve,
        Clients clients,
        int users,
        Promise promise,
        Duration patience,
        Duration settle,
        List<URI> apis,
        Optional<Trial> trouble,
        Path folder) {
    private static final int MOST_USERS = 10_000;

    /** Seconds of the measured run in which something is wrong; {@code end} is the first one after it. */
    public record Trial(Trouble trouble, int from, int end) {}

    public LoadSettings {
        apis = List.copyOf(apis);
        if (users < 2 || users > MOST_USERS) {
            throw new IllegalArgumentException("2 to 10,000 users take part, not " + users);
        }
    }

    /** A scenario as it is meant, at a rate and for a time. */
    public static LoadSettings of(Scenario scenario, RateCurve curve, int users, Path folder) {
        int seconds = curve.seconds() - curve.warmUp();
        return new LoadSettings(
                scenario,
                curve,
                scenario.clients(),
                users,
                Promise.usual(),
                Duration.ofSeconds(10),
                Duration.ofMinutes(3),
                List.of(),
                scenario.disturbance().map(d -> new Trial(d.trouble(), d.firstSecond(seconds), d.endSecond(seconds))),
                folder);
    }

    /** The second from which all should be well again: the end of the trouble, else of the spike, else none. */
    Optional<Integer> allClear() {
        return trouble.map(Trial::end).or(this::endOfSpike);
    }

    private Optional<Integer> endOfSpike() {
        int seconds = curve.seconds();
        int last = curve.arrivals(seconds - 1);
        for (int second = seconds - 1; second >= curve.warmUp(); second--) {
            // A tenth more is no spike, it is rounding or a slope.
            if (curve.arrivals(second) > last * 1.1 + 1) {
                return Optional.of(second + 1 - curve.warmUp());
            }
        }
        return Optional.empty();
    }
}
