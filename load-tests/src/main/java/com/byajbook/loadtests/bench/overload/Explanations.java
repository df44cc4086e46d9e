package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.bench.Arm;
import com.byajbook.loadtests.bench.BenchStack;
import com.byajbook.loadtests.bench.ClosedLoop;
import com.byajbook.loadtests.bench.CpuTime;
import com.byajbook.loadtests.bench.RequestTemplate;
import com.byajbook.loadtests.client.People;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.harness.SingleService;
import com.byajbook.localstack.processes.Ports;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What it costs that every decision is written down: the same api with its decision log and without. */
final class Explanations implements Experiment {
    private static final int CONNECTIONS = 48;
    private static final int ROUNDS = 6;
    private static final Duration WINDOW = Duration.ofSeconds(4);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final double THOUSAND = 1_000.0;

    private final BenchStack stack;
    private final Path logs;
    private final boolean split;
    private final boolean optimising;

    /**
     * The service by itself.
     *
     * @param split whether the services have a processor of their own
     * @param optimising whether they have their optimising compilers
     */
    Explanations(BenchStack stack, Path logs, boolean split, boolean optimising) {
        this.stack = stack;
        this.logs = logs;
        this.split = split;
        this.optimising = optimising;
    }

    @Override
    public String name() {
        return "Explanations: decision log on against off, accepted loans through HTTP";
    }

    private record Subject(SingleService api, ClosedLoop loop) implements AutoCloseable {

        @Override
        public void close() {
            api.close();
        }
    }

    @Override
    public List<Figure> run(Course course) {
        List<Double> ratios = new ArrayList<>();
        List<Double> cpuRatios = new ArrayList<>();
        if (split) {
            Cores.free();
        }
        try (Subject with = start("with", true);
                Subject without = start("without", false)) {
            if (split) {
                Cores.ofPlatform(List.of(
                        with.api().process().pid(), without.api().process().pid()));
                Cores.ofGenerator();
            }
            Arm.Work warm = with.loop().run(WARM_UP);
            Arm.Work warmToo = without.loop().run(WARM_UP);
            course.say("  warm after %,d and %,d requests", warm.completed(), warmToo.completed());
            for (int round = 0; round < ROUNDS; round++) {
                double[] logged = measure(round % 2 == 0 ? with : without);
                double[] bare = measure(round % 2 == 0 ? without : with);
                double[] on = round % 2 == 0 ? logged : bare;
                double[] off = round % 2 == 0 ? bare : logged;
                ratios.add(on[0] / off[0]);
                cpuRatios.add(on[1] / off[1]);
                course.say(
                        "  accepted/s with %.0f, without %.0f; api CPU ms/1,000 with %.0f, without %.0f",
                        on[0], off[0], on[1], off[1]);
            }
        }
        return List.of(
                Figure.atLeast("throughput with explanations / without", Medians.of(ratios), 0.98),
                Figure.plain("  api CPU per request with / without", Medians.of(cpuRatios)));
    }

    /** Accepted a second, and api CPU milliseconds per thousand. */
    private static double[] measure(Subject subject) {
        double before = CpuTime.secondsOf(subject.api().process().pid());
        Arm.Work work = subject.loop().run(WINDOW);
        double used = CpuTime.secondsOf(subject.api().process().pid()) - before;
        return new double[] {work.completed() / work.seconds(), used * THOUSAND * THOUSAND / work.completed()};
    }

    private Subject start(String name, boolean logged) {
        String database = stack.freshDatabase("over_log_" + name);
        SingleService api = SingleService.start(
                Service.API,
                new SingleService.Settings(
                        stack.postgresUrl(),
                        database,
                        "amqp://guest:guest@127.0.0.1:" + Ports.pickFree(),
                        database + ".",
                        stack.redisUrl(),
                        "local",
                        Arena.jvm(split, optimising),
                        Map.of(
                                "byajbook.overload.decision-log.enabled", Boolean.toString(logged),
                                "byajbook.intake.max-backlog", "100000000",
                                "byajbook.local-users.enabled", "true",
                                "server.netty.max-keep-alive-requests", "1000000000"),
                        logs.resolve("explanations-" + name + ".log")));
        List<Person> people = new People(api.ops()).borrowers(CONNECTIONS);
        String run = UUID.randomUUID().toString().substring(0, 8);
        String host = "127.0.0.1:" + api.address().getPort();
        List<RequestTemplate> templates = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> new RequestTemplate(
                        host,
                        "/v1/loans",
                        people.get(i).token(),
                        "log-" + run + "-" + i + "-",
                        PublicApi.application(5_000_000, 12, "Stock before Diwali")))
                .toList();
        return new Subject(
                api,
                new ClosedLoop(new InetSocketAddress("127.0.0.1", api.address().getPort()), templates));
    }
}
