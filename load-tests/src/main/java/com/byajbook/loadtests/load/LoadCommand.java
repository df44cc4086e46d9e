package com.byajbook.loadtests.load;

import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.RunningSite;
import com.byajbook.loadtests.load.report.ArmResult;
import com.byajbook.loadtests.load.report.Comparison;
import com.byajbook.loadtests.load.report.LoadResult;
import com.byajbook.loadtests.load.report.Page;
import com.byajbook.loadtests.load.report.Summary;
import com.byajbook.loadtests.load.scenario.Scenario;
import com.byajbook.loadtests.load.scenario.Scenarios;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code load}: one scenario, measured and judged. */
@Command(
        name = "load",
        description =
                "Plays a scenario with an open workload, measures from the intended start, and judges what was promised.",
        footer = {
            "",
            "Scenarios: baseline, diwali, slow-query, partner-outage, retry-storm, greedy-user, sse, soak.",
            "Without a scenario it says what each of them is.",
            "Exits with 0 when all that is expected holds and every promise was kept, with 1 when not, with 2 on a wrong command line."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class LoadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "SCENARIO", description = "What is played.", defaultValue = "")
    private String name = "";

    @Mixin
    private LoadOptions options = new LoadOptions();

    @ArgGroup(exclusive = false)
    private Where where = new Where();

    /** Which platform. */
    static final class Where {
        @Option(
                names = "--own-platform",
                description =
                        "A platform and servers of its own, started and removed again, instead of the one that is up.")
        private boolean own;

        @Option(
                names = "--arm",
                description =
                        "protected or unprotected: on a platform of its own, as it is or with admission switched off.")
        private @Nullable Arm arm;

        @Option(names = "--both", description = "Both arms, one after the other, each on a platform of its own.")
        private boolean both;

        List<Arm> arms() {
            return both ? List.of(Arm.UNPROTECTED, Arm.PROTECTED) : List.of(arm == null ? Arm.PROTECTED : arm);
        }

        boolean isOwn() {
            return own || both || arm != null;
        }
    }

    @Override
    public Integer call() {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (name.isEmpty()) {
            Scenarios.all().forEach(each -> out.println(each.name() + "\n    " + each.story() + "\n"));
            return 0;
        }
        LoadSettings settings = settings();
        List<ArmResult> arms = new ArrayList<>();
        for (Arm arm : where.arms()) {
            ArmResult result = where.isOwn() ? onOwnPlatform(settings, arm, out) : onRunning(settings, arm, out);
            new Summary(out).print(result);
            arms.add(result);
        }
        return report(settings, arms, out);
    }

    private LoadSettings settings() {
        try {
            return options.settings(Scenarios.named(name));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private ArmResult onRunning(LoadSettings settings, Arm arm, PrintStream out) {
        RunningSite site = new RunningSite(System.getenv());
        if (!settings.apis().isEmpty()) {
            site = site.at(settings.apis().get(0));
        }
        return new ArmRun(settings, site.requireUp(), out, isTerminal()).run(arm);
    }

    private static ArmResult onOwnPlatform(LoadSettings settings, Arm arm, PrintStream out) {
        if (!settings.apis().isEmpty()) {
            throw new HarnessException("A platform of its own has its own addresses: leave out --url.");
        }
        try (OwnPlatform own = OwnPlatform.start(arm, settings.folder(), out::println)) {
            return new ArmRun(settings, own.platform(), out, isTerminal()).run(arm);
        }
    }

    private int report(LoadSettings settings, List<ArmResult> arms, PrintStream out) {
        Scenario scenario = settings.scenario();
        // Of two arms the unprotected one shows what the other is worth; it is not expected to hold.
        boolean passed = arms.get(arms.size() - 1).passed();
        LoadResult result = new LoadResult(LoadResult.FORMAT, scenario.name(), scenario.story(), passed, arms);
        Path json = result.write(settings.folder());
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("result", json.toString());
        paths.put("summary", new Page(result).write(settings.folder()).toString());
        arms.forEach(arm -> paths.put("gatling", arm.gatling().report()));
        if (options.compare() != null) {
            out.println("\nAgainst " + options.compare());
            Comparison.between(options.compare(), json).forEach(out::println);
        }
        new Summary(out).paths(paths);
        out.println(passed ? "\n" + scenario.name() + " holds." : "\n" + scenario.name() + " DOES NOT HOLD.");
        return passed ? 0 : 1;
    }

    private static boolean isTerminal() {
        return System.console() != null;
    }
}
