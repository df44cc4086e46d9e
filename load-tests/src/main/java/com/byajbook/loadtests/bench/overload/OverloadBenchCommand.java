package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.bench.BenchStack;
import com.byajbook.localstack.servers.StackHome;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench overload}: the platform under more than it can do. */
@Command(
        name = "overload",
        description = {
            "What the platform does under ten times its capacity, retry storms, slow queries and locked tables:",
            "with admission against the same jars without it, arms alternating in one run on servers of its own."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class OverloadBenchCommand implements Callable<Integer> {

    /** What can be asked. */
    enum Question {
        PLATEAU,
        WIDTHS,
        REFUSALS,
        RETRY_STORM,
        SLOW_QUERIES,
        APPOINTMENTS,
        EXPLANATIONS
    }

    @Option(names = "--rounds", description = "Windows of each arm.")
    private int rounds = 3;

    @Option(names = "--seconds", description = "Length of a window.")
    private int seconds = 10;

    @Option(names = "--only", split = ",", description = "Some of the experiments: ${COMPLETION-CANDIDATES}.")
    private Set<Question> only = EnumSet.allOf(Question.class);

    @Option(
            names = "--one-pool",
            description = "Let platform and generator share all processors instead of having one each.")
    private boolean onePool;

    @Option(
            names = "--optimising",
            description = "With the services' optimising compilers, as in production; the warm-up takes ten minutes.")
    private boolean optimising;

    @Option(names = "--set", description = "A property of the services with admission, as NAME=VALUE.")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Override
    public Integer call() {
        PrintStream out = System.out;
        Path folder =
                StackHome.findRoot().resolve("load-tests").resolve("target").resolve("bench");
        boolean split = !onePool && Cores.canSplit();
        out.println("Starting a PostgreSQL, RabbitMQ and Redis for the benchmark alone");
        try (BenchStack stack = BenchStack.start()) {
            OverloadReport report = new OverloadReport(conditions(split));
            measure(stack, folder, split, report, out);
            report.print(out);
            Path file = folder.resolve("overload.json");
            report.write(file);
            out.println("Written to " + file);
            return report.allHold() ? 0 : 1;
        }
    }

    private void measure(BenchStack stack, Path folder, boolean split, OverloadReport report, PrintStream out) {
        out.println("Starting a platform with admission");
        try (Arena promised = Arena.start("promised", stack, 1, properties, Arena.jvm(split, optimising), folder)) {
            out.println("Starting the same without admission");
            try (Arena unprotected = Arena.start(
                    "unprotected",
                    stack,
                    2,
                    Map.of("byajbook.overload.mode", "UNPROTECTED"),
                    Arena.jvm(split, optimising),
                    folder)) {
                Course course = new Course(promised, unprotected, Duration.ofSeconds(seconds), rounds, out);
                out.println("Warming up both, on all processors");
                course.warmUp();
                promised.freezeWhileMeasuring(unprotected);
                unprotected.freezeWhileMeasuring(promised);
                if (split) {
                    Cores.ofPlatform(stack.pids());
                    Cores.ofPlatform(promised.pids());
                    Cores.ofPlatform(unprotected.pids());
                    Cores.ofGenerator();
                }
                for (Experiment experiment : experiments(stack, folder, split)) {
                    out.println();
                    out.println(experiment.name());
                    report.add(experiment, experiment.run(course));
                }
            }
        }
    }

    private List<Experiment> experiments(BenchStack stack, Path folder, boolean split) {
        List<Experiment> chosen = new ArrayList<>();
        for (Question question : only) {
            chosen.add(
                    switch (question) {
                        case PLATEAU -> new Plateau(folder);
                        case WIDTHS -> new IngressWidths();
                        case REFUSALS -> new Refusals();
                        case RETRY_STORM -> new RetryStorm(folder);
                        case SLOW_QUERIES -> new SlowQueries();
                        case APPOINTMENTS -> new Appointments();
                        case EXPLANATIONS -> new Explanations(stack, folder, split, optimising);
                    });
        }
        return chosen;
    }

    private Map<String, Object> conditions(boolean split) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("processors", Runtime.getRuntime().availableProcessors());
        conditions.put(
                "shared",
                split
                        ? "the services, PostgreSQL, RabbitMQ and Redis on one processor, the generator and the partner sandbox on the other"
                        : "all processors by everybody");
        conditions.put("java", Runtime.version().toString());
        conditions.put("services", String.join(" ", Arena.jvm(split, optimising)));
        conditions.put("windows", rounds + " of " + seconds + " s an arm, alternating");
        conditions.put("the other arm", "stands still (SIGSTOP) while one is measured");
        conditions.put("load", "open workload, one request a connection, times from the intended start");
        conditions.put("promise", "an answer later than 1 s is no good answer; people wait 2 s for one");
        conditions.put("changed properties", properties.isEmpty() ? "none" : properties.toString());
        return conditions;
    }
}
