package com.byajbook.loadtests.load;

import com.byajbook.loadtests.load.curve.RateCurve;
import com.byajbook.loadtests.load.curve.Shape;
import com.byajbook.loadtests.load.record.Promise;
import com.byajbook.loadtests.load.scenario.Scenario;
import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.TrafficClass;
import com.byajbook.localstack.servers.StackHome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said about a run on the command line; what is not said is as the scenario means it. */
final class LoadOptions {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Option(names = "--base", paramLabel = "RATE", description = "Arrivals a second where the shape is 1.")
    private @Nullable Double base;

    @Option(names = "--scale", paramLabel = "FACTOR", description = "Multiplies the base rate; 1 unless given.")
    private double scale = 1;

    @Option(names = "--seconds", paramLabel = "N", description = "Length of the measured run.")
    private @Nullable Integer seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Seconds before it that no figure counts; 10 unless given.")
    private int warmUp = 10;

    @Option(
            names = "--shape",
            paramLabel = "FILE",
            description = "CSV with the columns at,relative: the load over the run instead of the scenario's own.")
    private @Nullable Path shape;

    @Option(names = "--users", paramLabel = "N", description = "People who take part; 300 unless given.")
    private int users = 300;

    @Option(
            names = "--clients",
            paramLabel = "KIND",
            description = "once: asks once; naive: asks again at once, three times; obedient: comes back when told.")
    private @Nullable Clients clients;

    @Option(
            names = "--promise",
            paramLabel = "CLASS=MS",
            split = ",",
            description = "What counts as goodput; critical=1000,high=1000,normal=500,low=500 unless given.")
    private @Nullable Map<String, Integer> promise;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "How long a client waits for an answer; 10 unless given.")
    private int patience = 10;

    @Option(
            names = "--settle",
            paramLabel = "SECONDS",
            description = "How long everything accepted may take to its end afterwards; 180 unless given.")
    private int settle = 180;

    @Option(
            names = "--url",
            paramLabel = "URL",
            split = ",",
            description = "The API's address, several for replicas; the running platform's unless given.")
    private @Nullable List<URI> urls;

    @Option(names = "--compare", paramLabel = "FILE", description = "An earlier result.json to set this one beside.")
    private @Nullable Path compare;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results go; .local/load/SCENARIO-TIME unless given.")
    private @Nullable Path out;

    @Nullable
    Path compare() {
        return compare;
    }

    /** @throws IllegalArgumentException in words for people */
    LoadSettings settings(Scenario scenario) {
        RateCurve curve = RateCurve.of(
                shape == null ? scenario.shape() : Shape.read(shape),
                (base == null ? scenario.base() : base) * scale,
                seconds == null ? scenario.seconds() : seconds,
                warmUp);
        LoadSettings usual = LoadSettings.of(scenario, curve, users, folder(scenario));
        return new LoadSettings(
                scenario,
                curve,
                clients == null ? usual.clients() : clients,
                users,
                new Promise(promises()),
                Duration.ofSeconds(Math.max(1, Math.min(60, patience))),
                Duration.ofSeconds(settle),
                urls == null ? List.of() : urls,
                usual.trouble(),
                usual.folder());
    }

    private Map<TrafficClass, Integer> promises() {
        Map<TrafficClass, Integer> promises = new EnumMap<>(TrafficClass.class);
        if (promise != null) {
            promise.forEach((name, millis) -> promises.put(TrafficClass.of(name), millis));
        }
        return promises;
    }

    private Path folder(Scenario scenario) {
        if (out != null) {
            return out.toAbsolutePath();
        }
        String time = TIME.format(LocalDateTime.now(ZoneId.systemDefault()));
        return StackHome.findRoot().resolve(".local").resolve("load").resolve(scenario.name() + "-" + time);
    }
}
