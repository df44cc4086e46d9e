package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.bench.BenchStack;
import com.byajbook.loadtests.bench.CpuTime;
import com.byajbook.loadtests.bench.openloop.Kind;
import com.byajbook.loadtests.bench.openloop.Mix;
import com.byajbook.loadtests.bench.openloop.OpenLoop;
import com.byajbook.loadtests.bench.openloop.Patience;
import com.byajbook.loadtests.bench.openloop.Tally;
import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.People;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.Platform;
import com.byajbook.loadtests.harness.PlatformPlan;
import com.byajbook.loadtests.harness.Service;
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
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One platform of the benchmark's own, in one of the arms, with people on it. */
final class Arena implements AutoCloseable {
    /**
     * Two platforms of four services on one processor: the optimising compiler of each would take minutes of it, and whenever
     * a path is new it would take it from what is measured. Both arms do without.
     */
    static final List<String> JVM = List.of("-Xmx384m", "-XX:+UseSerialGC", "-Xss512k", "-XX:TieredStopAtLevel=1");

    private static final int PEOPLE = 4_000;
    private static final int APPLICANTS = 100;
    private static final int FEWEST_PAYERS = 30;
    private static final long SMALL_LOAN_PAISE = 1_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long KILOBYTE = 1_024;
    private static final List<String> QUEUES = List.of(
            "loan-engine.applications",
            "payment-flow.payments",
            "payment-flow.callbacks",
            "notifications.events",
            "api.events");

    private final String name;
    private final BenchStack stack;
    private final Platform platform;
    private List<Person> people = List.of();
    private final List<Mix.Payer> payers = new ArrayList<>();

    private Arena(String name, BenchStack stack, Platform platform) {
        this.name = name;
        this.stack = stack;
        this.platform = platform;
    }

    /** Starts it, and lets some people have loans. */
    static Arena start(String name, BenchStack stack, int redisDatabase, Map<String, String> properties, Path logs) {
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
                JVM,
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
        for (Person person : people.subList(0, APPLICANTS)) {
            UUID loan = UUID.fromString(
                    api.apply(person, PublicApi.freshKey(), PublicApi.application(SMALL_LOAN_PAISE, 12, "A first loan"))
                            .text("id"));
            until("a loan was not decided", () -> !isReceived(statusOf(api, person, loan)));
            if (statusOf(api, person, loan).equals("OFFERED")) {
                Answer payment = api.pay(person, PublicApi.freshKey(), PublicApi.payment(loan, 100));
                payers.add(new Mix.Payer(person, loan, UUID.fromString(payment.text("id"))));
            }
        }
        if (payers.size() < FEWEST_PAYERS) {
            throw new HarnessException(name + ": only " + payers.size() + " of " + APPLICANTS + " got a loan");
        }
        people = people.subList(APPLICANTS, people.size());
    }

    private static boolean isReceived(String status) {
        return status.equals("RECEIVED");
    }

    private static String statusOf(PublicApi api, Person person, UUID loan) {
        Answer answer = api.get(person, "/v1/loans/" + loan);
        return answer.status() == 200 ? answer.text("status") : "RECEIVED";
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
        return new OpenLoop(platform.api(), mix, patience, promise).run(length, lastAnswers, rate);
    }

    /**
     * Until nothing of what was accepted is under way any more, and nothing is done either: what was asked by people who
     * have gone must not be paid for by the next window.
     */
    void settle() {
        until("work is still under way", this::isQuiet);
        Rest rest = new Rest(this::cpuSeconds);
        until("its processes and servers do not come to rest", rest::isReached);
    }

    /** Servers that are too busy to answer are not quiet. */
    private boolean isQuiet() {
        try {
            return platform.database(Service.API).count("select count(*) from outbox") == 0
                    && QUEUES.stream().allMatch(queue -> platform.broker().ready(queue) == 0);
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

    /** What a window cost. */
    Sample sample(Supplier<Tally> window) {
        double apiBefore = apiCpuSeconds();
        double before = cpuSeconds();
        Tally tally = window.get();
        return new Sample(tally, apiCpuSeconds() - apiBefore, cpuSeconds() - before, residentMegabytes());
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
