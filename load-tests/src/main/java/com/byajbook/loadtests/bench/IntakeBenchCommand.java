package com.byajbook.loadtests.bench;

import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.harness.SingleService;
import com.byajbook.localstack.processes.Ports;
import com.byajbook.localstack.servers.StackHome;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench intake}: group commit against one transaction a request. */
@Command(
        name = "intake",
        description = {
            "Accepted loans per second through HTTP: the intake's group commit against one transaction a request,",
            "and beside them raw single inserts; the arms alternate in one run on one PostgreSQL of its own."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class IntakeBenchCommand implements Callable<Integer> {
    private static final int RAW_CONNECTIONS = 16;
    private static final int DATABASE_CONNECTIONS = 16;

    @Option(names = "--rounds", description = "Windows of each arm.")
    private int rounds = 5;

    @Option(names = "--seconds", description = "Length of a window.")
    private int seconds = 8;

    @Option(names = "--warm-up", description = "The most seconds of warm-up for each arm.")
    private int warmUp = 90;

    @Option(names = "--connections", description = "HTTP connections, each with one request at a time.")
    private int connections = 64;

    @Option(
            names = "--relay",
            description = "on: accepted loans travel to a real quorum queue, as they always do;"
                    + " off: the API finds no broker, and only acceptance is measured.")
    private Switch relay = Switch.on;

    @Option(names = "--profile", description = "Writes a flight recording of each API to target/bench.")
    private boolean profile;

    /** As it is written on a command line. */
    enum Switch {
        on,
        off
    }

    @Override
    public Integer call() {
        Path folder =
                StackHome.findRoot().resolve("load-tests").resolve("target").resolve("bench");
        PrintStream out = System.out;
        out.println("Starting a PostgreSQL, RabbitMQ and Redis for the benchmark alone");
        List<Arm> arms = new ArrayList<>();
        try (BenchStack stack = BenchStack.start()) {
            try {
                String groupDatabase = stack.freshDatabase("bench_group");
                arms.add(http(stack, "group commit", "GROUP_COMMIT", groupDatabase, folder));
                arms.add(http(
                        stack,
                        "one transaction a request",
                        "TRANSACTION_PER_REQUEST",
                        stack.freshDatabase("bench_single"),
                        folder));
                arms.add(new RawInsertArm(stack.database(groupDatabase), RAW_CONNECTIONS));
                report(
                        new Rounds(stack, "api", arms, out)
                                .run(Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), rounds),
                        folder,
                        out);
            } finally {
                arms.forEach(Arm::close);
            }
        }
        return 0;
    }

    private void report(Map<Arm, List<Sample>> samples, Path folder, PrintStream out) {
        List<ArmSummary> summaries = samples.entrySet().stream()
                .map(entry -> ArmSummary.of(entry.getKey().name(), entry.getValue()))
                .toList();
        ArmReport report = new ArmReport("api", conditions(), summaries, ratios(summaries.get(0), summaries.get(1)));
        report.print(out);
        Path file = folder.resolve("intake.json");
        report.write(file);
        out.println("Written to " + file);
    }

    private Arm http(BenchStack stack, String name, String mode, String database, Path folder) {
        System.out.println("Starting an API with " + name);
        String prefix = database + ".";
        RelaySink sink = new RelaySink(stack.rabbitUrl(), prefix);
        boolean publishes = relay == Switch.on;
        String broker = publishes ? stack.rabbitUrl() : "amqp://guest:guest@127.0.0.1:" + Ports.pickFree();
        Path log = folder.resolve(mode + ".log");
        SingleService api = SingleService.start(
                Service.API,
                new SingleService.Settings(
                        stack.postgresUrl(),
                        database,
                        broker,
                        prefix,
                        stack.redisUrl(),
                        "local",
                        jvm(folder.resolve(mode + ".jfr")),
                        Map.of(
                                "byajbook.intake.mode", mode,
                                // Bounds that protect a platform in need would only blur what is measured here.
                                "byajbook.intake.max-backlog", "100000000",
                                "byajbook.postgres.pool.size", Integer.toString(DATABASE_CONNECTIONS),
                                "byajbook.local-users.enabled", "true",
                                // The generator keeps its connections for a whole window.
                                "server.netty.max-keep-alive-requests", "1000000000"),
                        log));
        return new HttpArm(name, api, stack.database(database), sink, publishes, connections);
    }

    private List<String> jvm(Path recording) {
        List<String> options = new ArrayList<>(List.of("-Xmx512m", "-Xms512m"));
        if (profile) {
            options.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording);
        }
        return options;
    }

    private static Map<String, Double> ratios(ArmSummary group, ArmSummary single) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("group commit / transaction a request, accepted per second", group.perSecond() / single.perSecond());
        ratios.put(
                "group commit / transaction a request, CPU-bound throughput",
                group.perCpuSecond() / single.perCpuSecond());
        ratios.put(
                "transaction a request / group commit, PostgreSQL CPU per 1,000",
                single.postgresCpu() / group.postgresCpu());
        ratios.put("transaction a request / group commit, api CPU per 1,000", single.serviceCpu() / group.serviceCpu());
        return ratios;
    }

    private Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("processors", Runtime.getRuntime().availableProcessors());
        conditions.put("java", Runtime.version().toString());
        conditions.put("load", connections + " connections, closed loop, generator on the same machine");
        conditions.put("windows", rounds + " of " + seconds + " s an arm, alternating, after a warm-up");
        conditions.put("database connections", DATABASE_CONNECTIONS + " for each arm, fsync on");
        conditions.put(
                "relay",
                relay == Switch.on
                        ? "on in both HTTP arms: each accepted loan is published to a quorum queue while the window runs"
                        : "off in both HTTP arms: the outbox row is written, no broker is there to take it");
        conditions.put(
                "raw inserts", "one row, one commit; no HTTP and no outbox row; their client's CPU is in 'gen. CPU'");
        return conditions;
    }
}
