package com.byajbook.loadtests.load;

import com.byajbook.loadtests.client.People;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.Site;
import com.byajbook.loadtests.lending.FundedLoans;
import com.byajbook.loadtests.lending.Lenders;
import com.byajbook.loadtests.load.gatling.GatlingProgram;
import com.byajbook.loadtests.load.gatling.Orders;
import com.byajbook.loadtests.load.live.StreamAudit;
import com.byajbook.loadtests.load.live.Watchers;
import com.byajbook.loadtests.load.record.Figures;
import com.byajbook.loadtests.load.record.Recorder;
import com.byajbook.loadtests.load.record.Recovery;
import com.byajbook.loadtests.load.record.Run;
import com.byajbook.loadtests.load.report.ArmResult;
import com.byajbook.loadtests.load.scenario.Outcome;
import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.Crowd;
import com.byajbook.loadtests.load.traffic.Gathering;
import com.byajbook.loadtests.load.trouble.Memory;
import com.byajbook.loadtests.verdict.Finding;
import com.byajbook.loadtests.verdict.Investigation;
import com.byajbook.loadtests.verdict.Investigation.Past;
import com.byajbook.loadtests.verdict.Verdict;
import com.byajbook.loadtests.verdict.Witness;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs a scenario once against a platform, and has it judged. */
public final class ArmRun {
    private static final Duration REST = Duration.ofSeconds(60);
    private static final int SHOWN_FINDINGS = 20;

    private final LoadSettings settings;
    private final Site site;
    private final PrintStream out;
    private final boolean terminal;
    private final Witness witness;
    private final Supplier<List<Person>> people;
    private final Supplier<Lenders> lenders;
    private final PublicApi api;

    /** @param terminal whether {@code out} is one */
    public ArmRun(LoadSettings settings, Site site, PrintStream out, boolean terminal) {
        this(
                settings,
                site,
                out,
                terminal,
                new Witness(),
                () -> new People(site.ops()).borrowers(settings.users()),
                () -> Lenders.of(new People(site.ops())));
    }

    /** With other people and lenders than the first ones that there are. */
    ArmRun(
            LoadSettings settings,
            Site site,
            PrintStream out,
            boolean terminal,
            Witness witness,
            Supplier<List<Person>> people,
            Supplier<Lenders> lenders) {
        this.settings = settings;
        this.site = site;
        this.out = out;
        this.terminal = terminal;
        this.witness = witness;
        this.people = people;
        this.lenders = lenders;
        this.api = new PublicApi(site.api());
    }

    /** Returns when everything that was accepted has come to its end, or should have. */
    public ArmResult run(Arm arm) {
        String startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Investigation investigation = new Investigation(site);
        Past past = investigation.past(REST);
        Crowd crowd = gather();
        Watchers watchers = Watchers.of(crowd.citizens(), settings.scenario().watchers(), api);
        Memory memory = new Memory(site);
        Recorder recorder = new Recorder(settings.curve(), settings.promise(), crowd);
        Run run = new Run(settings.curve(), crowd, settings.clients(), recorder, witness);
        GatlingProgram.Report report = measure(arm, run, recorder, watchers, memory);
        out.println("Waiting for everything that was accepted to come to its end");
        Verdict verdict = investigation.of(witness, settings.settle(), past);
        memory.sample(settings.curve().seconds() - settings.curve().warmUp());
        Optional<StreamAudit.Outcome> streams =
                watchers.count() == 0 ? Optional.empty() : Optional.of(StreamAudit.of(watchers, api, witness));
        return result(arm, startedAt, recorder.figures(), memory, judged(verdict, streams), report);
    }

    private Crowd gather() {
        out.println("Gathering " + settings.users() + " people, each with a loan; lenders fund the payers' ones");
        Crowd crowd = new Gathering(api, witness, lenders.get(), out::println)
                .of(people.get(), settings.scenario().mix(), settings.scenario().oneIsGreedy());
        requireLoansToOutlast(crowd);
        return crowd;
    }

    /** A loan that is paid back takes no payment any more: what came then would be refused, and say nothing of the platform. */
    private void requireLoansToOutlast(Crowd crowd) {
        long most = crowd.mostPaymentsOfOneLoan(settings.curve().total());
        if (most >= FundedLoans.PAYMENTS) {
            throw new HarnessException("One loan would be paid " + most + " times and is paid back after "
                    + FundedLoans.PAYMENTS + ". Let more --users take part, or play it for fewer --seconds.");
        }
    }

    private GatlingProgram.Report measure(Arm arm, Run run, Recorder recorder, Watchers watchers, Memory memory) {
        out.println(settings.scenario().name() + ", " + arm + ": " + run.curve().total() + " arrivals in "
                + run.curve().seconds() + " s, the first " + run.curve().warmUp() + " s of them warm-up");
        Surroundings surroundings =
                new Surroundings(site, run, new Progress(out, terminal, run, recorder), memory, settings.trouble());
        try {
            surroundings.start();
            return GatlingProgram.run(
                    orders(run, watchers), settings.folder().resolve("gatling").resolve(arm.toString()));
        } finally {
            run.closes(System.nanoTime());
            surroundings.close();
        }
    }

    private Orders orders(Run run, Watchers watchers) {
        List<URI> apis = settings.apis().isEmpty() ? List.of(site.api()) : settings.apis();
        Duration again = settings.clients() == Clients.ONCE ? Duration.ZERO : Duration.ofSeconds(20);
        return new Orders(
                apis,
                run,
                watchers,
                settings.patience(),
                settings.patience().plusSeconds(5).plus(again),
                settings.scenario().assertions());
    }

    private static ArmResult.Judged judged(Verdict verdict, Optional<StreamAudit.Outcome> streams) {
        List<Finding> findings = new ArrayList<>(verdict.findings());
        streams.ifPresent(outcome -> findings.addAll(outcome.findings()));
        String kept = verdict.judged() + " accepted wishes, "
                + (findings.isEmpty() ? "every promise kept" : findings.size() + " broken promises");
        String watched = streams.map(
                        outcome -> "; " + outcome.watchers() + " watchers saw " + outcome.events() + " events")
                .orElse("");
        return new ArmResult.Judged(
                verdict.judged(),
                findings.isEmpty(),
                findings.stream().limit(SHOWN_FINDINGS).map(Finding::toString).toList(),
                kept + watched);
    }

    private ArmResult result(
            Arm arm,
            String startedAt,
            Figures figures,
            Memory memory,
            ArmResult.Judged verdict,
            GatlingProgram.Report report) {
        Optional<Integer> recovery = settings.allClear()
                .map(end -> Recovery.seconds(figures.series(), end).orElse(-1));
        Outcome outcome = new Outcome(figures, recovery, memory.uses());
        return new ArmResult(
                arm.toString(),
                startedAt,
                new Conditions(settings).asMap(),
                figures,
                settings.trouble()
                        .map(trial -> new ArmResult.Window(trial.trouble().words(), trial.from(), trial.end()))
                        .orElse(null),
                recovery.orElse(null),
                memory.uses(),
                settings.scenario().expectations(settings.clients()).stream()
                        .map(expectation -> expectation.of(outcome))
                        .toList(),
                verdict,
                new ArmResult.Gatling(
                        report.assertionsHold(),
                        Stream.ofNullable(report.page().orElse(null))
                                .map(Object::toString)
                                .findFirst()
                                .orElse("")));
    }
}
