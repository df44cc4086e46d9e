package com.byajbook.loadtests.replay;

import com.byajbook.platform.overload.decisions.DecisionLog;
import com.byajbook.platform.overload.decisions.DecisionLogException;
import com.byajbook.platform.overload.decisions.Fidelity;
import com.byajbook.platform.overload.decisions.Replay;
import com.byajbook.platform.overload.decisions.WhatIf;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay LOG [--set LIMIT=VALUE]...}: decides a log again with the code of this program. */
@Command(
        name = "replay",
        description = {
            "Decides again what a gate decided, and says whether all of it is the same;",
            "with other limits, also what would have become of the same people."
        },
        footer = {
            "",
            "LOG is what ./byajbook decisions SERVICE GATE --out LOG saved.",
            "",
            "  ./byajbook replay intake.log --set target.high=50ms --set width=20",
            "",
            "Assumed with other limits: work takes as long as it took, or the median of its class when it was not let",
            "in then; nobody comes again, or stays away, because of another answer; and the resource is not slower",
            "with more at work."
        },
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    private static final int DIFFERENT = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "LOG", description = "A gate's decisions.")
    private Path file = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "LIMIT=VALUE",
            description =
                    "Another limit: width, max-queued, floor-every, target.critical|high|normal|low; with or without gate.NAME before it.")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            DecisionLog log = DecisionLog.read(Files.readAllBytes(file));
            int verdict = sayWhetherTheSame(log, out);
            out.println();
            out.print(WhatIf.of(log, settings).table());
            out.flush();
            return verdict;
        } catch (DecisionLogException e) {
            return fail(String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            return fail(
                    "There is no file " + file + ". ./byajbook decisions SERVICE GATE --out " + file + " saves one.");
        } catch (IOException e) {
            return fail("Cannot read " + file + ": " + e.getMessage());
        }
    }

    private static int sayWhetherTheSame(DecisionLog log, PrintWriter out) {
        Fidelity fidelity = Replay.verify(log);
        out.printf(
                Locale.ROOT,
                "%d decisions of gate %s, decided again: %d are identical%n",
                fidelity.decisions(),
                log.gate(),
                fidelity.identical());
        if (fidelity.isComplete()) {
            return 0;
        }
        out.printf("The first that is not: %s%n", fidelity.firstDifference());
        out.println("Is this program of the release that wrote the log?");
        return DIFFERENT;
    }

    private int fail(String message) {
        spec.commandLine().getErr().println(message);
        spec.commandLine().getErr().flush();
        return DIFFERENT;
    }
}
