package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.bench.BenchStack;
import com.byajbook.loadtests.bench.CpuTime;
import com.byajbook.loadtests.bench.openloop.Kind;
import com.byajbook.loadtests.bench.openloop.Mix;
import com.byajbook.loadtests.bench.openloop.OpenLoop;
import com.byajbook.loadtests.bench.openloop.Patience;
import com.byajbook.loadtests.bench.openloop.Tally;
import com.byajbook.loadtests.client.People;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.Platform;
import com.byajbook.loadtests.harness.PlatformPlan;
import com.byajbook.loadtests.harness.Queues;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.lending.App;
import com.byajbook.loadtests.lending.FundedLoans;
import com.byajbook.loadtests.lending.FundedLoans.Borrowed;
import com.byajbook.loadtests.lending.Lenders;
import com.byajbook.loadtests.verdict.Wish;
import com.byajbook.loadtests.verdict.Witness;
import com.byajbook.localstack.processes.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One platform of the benchmark's own, in one of the arms, with people on it. */
final class Arena implements AutoCloseable {
    private static final List<String> JVM = List.of("-Xmx384m", "-XX:+UseSerialGC", "-Xss512k");

    private static final int PEOPLE = 4_000;
    private static final int APPLICANTS = 100;
    private static final int FEWEST_PAYERS = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long KILOBYTE = 1_024;
    private static final double MILLIS = 1_000.0;

    private final String name;
    private final BenchStack stack;
    private final Platform platform;
    private List<Person> people = List.of();
    private List<Long> others = List.of();
    private final List<Mix.Payer> payers = new ArrayList<>();

    private Arena(String name, BenchStack stack, Platform platform) {
        this.name = name;
        this.stack = stack;
        this.platform = platform;
    }

    /**
     * What the services' JVMs are told.
     *
     * @param split whether the services share one processor, which they must know as they would in a container
     * @param optimising without it they take the quick compiler alone: the optimising compilers of eight services take minutes
     *     of one processor, and whenever a path is new they take it from what is measured
     */
    static List<String> jvm(boolean split, boolean optimising) {
        List<String> options = new ArrayList<>(JVM);
        if (split) {
            options.add("-XX:ActiveProcessorCount=1");
        }
        if (!optimising) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        return List.copyOf(options);
    }

    /** Starts it, and lets some people have loans that lenders fund. */
    static Arena start(
            String name,
            BenchStack stack,
            int redisDatabase,
            Map<String, String> properties,
            List<String> jvm,
            Path logs) {
        Map<Service, String> databases = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            databases.put(service, stack.freshDatabase("over_" + service.database()));
        }
        Map<String, String> all = new HashMap<>(properties);
        all.put("byajbook.local-users.enabled", "true");
        all.put("spring.profiles.active", "local,load-test");
        all.put("byajbook.auth.lifetime", "6h");
        all.put("server.netty.max-keep-alive-requests", "1000000000");
        Platform platform = Platform.start(new PlatformPlan(
                name,
                stack.postgresUrl(),
                databases,
                stack.rabbitUrl(),
                "over-" + name + ".",
                stack.redisUrl(),
                redisDatabase,
                Set.of(),
                Set.of(),
                all,
                jvm,
                logs.resolve(name)));
        Arena arena = new Arena(name, stack, platform);
        try {
            arena.populate();
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
        return arena;
    }

    /** Not everybody is offered a loan, least of all by services that have just started. */
    private void populate() {
        people = new People(platform.ops()).borrowers(PEOPLE);
        PublicApi api = new PublicApi(platform.api());
        App app = new App(api, new Witness(), PATIENCE);
        new FundedLoans(app, Lenders.of(new People(platform.ops())))
                .forAll(people.subList(0, APPLICANTS), progress -> {}).stream()
                        .filter(Borrowed::active)
                        .forEach(borrowed -> payers.add(payer(app, borrowed)));
        if (payers.size() < FEWEST_PAYERS) {
            throw new HarnessException(name + ": only " + payers.size() + " of " + APPLICANTS + " got a loan");
        }
        people = people.subList(APPLICANTS, people.size());
    }

    private static Mix.Payer payer(App app, Borrowed borrowed) {
        String payment = PublicApi.payment(borrowed.loan(), FundedLoans.PAYMENT_PAISE);
        return new Mix.Payer(
                borrowed.borrower(), borrowed.loan(), app.asks(Wish.Kind.PAYMENT, borrowed.borrower(), payment));
    }

    String name() {
        return name;
    }

    Platform platform() {
        return platform;
    }

    Tally run(
            Map<Kind, Integer> shares, Patience patience, Duration promise, Duration length, DoubleUnaryOperator rate) {
        return run(shares, patience, promise, length, Duration.ofSeconds(10), rate);
    }

    Tally run(
            Map<Kind, Integer> shares,
            Patience patience,
            Duration promise,
            Duration length,
            Duration lastAnswers,
            DoubleUnaryOperator rate) {
        Mix mix = Mix.of(platform.api(), shares, people, payers);
        OpenLoop crowd = new OpenLoop(platform.api(), mix, patience, promise);
        others.forEach(Signal.STOP::send);
        try {
            return crowd.run(length, lastAnswers, rate);
        } finally {
            others.forEach(Signal.CONT::send);
        }
    }

    /** From now on these processes stand still while something is measured here: what they do at rest is a quarter of a processor. */
    void freezeWhileMeasuring(Arena other) {
        others = Stream.concat(other.pids().stream(), Stream.of(other.platform.sandboxPid()))
                .toList();
    }

    /**
     * Until nothing of what was accepted is under way any more, and nothing is done either: what was asked by people who
     * have gone must not be paid for by the next window.
     */
    void settle() {
        Duration unused = drain();
        Rest rest = new Rest(this::cpuSeconds);
        until("its processes and servers do not come to rest", rest::isReached);
    }

    /** Until nothing of what was accepted is under way any more; how long that took. */
    Duration drain() {
        long begin = System.nanoTime();
        until("work is still under way", this::isQuiet);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Servers that are too busy to answer are not quiet. */
    private boolean isQuiet() {
        try {
            return platform.database(Service.API).count("select count(*) from outbox") == 0
                    && Queues.ALL.stream().allMatch(queue -> platform.broker().ready(queue) == 0);
        } catch (HarnessException busy) {
            return false;
        }
    }

    private void until(String complaint, BooleanSupplier done) {
        com.byajbook.loadtests.harness.Patience.until(done, PATIENCE, () -> name + ": " + complaint);
    }

    /** The processes of its four services. */
    List<Long> pids() {
        return Stream.of(Service.values())
                .map(service -> platform.process(service).pid())
                .toList();
    }

    /** What a window cost, and how far behind it left the pipeline. */
    Sample sample(Supplier<Tally> window) {
        double apiBefore = apiCpuSeconds();
        double before = cpuSeconds();
        Tally tally = window.get();
        double apiUsed = apiCpuSeconds() - apiBefore;
        double used = cpuSeconds() - before;
        double megabytes = residentMegabytes();
        return new Sample(tally, apiUsed, used, megabytes, drain().toMillis() / MILLIS);
    }

    private double apiCpuSeconds() {
        return CpuTime.secondsOf(platform.process(Service.API).pid());
    }

    /** Of all its processes and those of the servers. */
    private double cpuSeconds() {
        return sumOfServices(CpuTime::secondsOf) + stack.postgresCpuSeconds() + stack.brokerCpuSeconds();
    }

    /** Resident memory of the four services, in megabytes. */
    private double residentMegabytes() {
        return sumOfServices(Arena::residentKilobytes) / KILOBYTE;
    }

    /** A figure of a process, of all four services. */
    double sumOfServices(LongToDoubleFunction ofProcess) {
        return pids().stream().mapToDouble(ofProcess::applyAsDouble).sum();
    }

    private static long residentKilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException e) {
            throw new HarnessException("The memory of process " + pid + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        platform.close();
    }
}
