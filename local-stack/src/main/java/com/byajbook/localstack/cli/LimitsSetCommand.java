package com.byajbook.localstack.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Changes one limit on all replicas of its service. */
@Command(
        name = "set",
        description = "Changes one limit on all replicas of its service, for good or for a while.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all live replicas have followed", "1:nothing was changed", "4:stored, some replicas lag"})
final class LimitsSetCommand implements Callable<Integer> {

    private static final int SOME_LAG = 4;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ParentCommand
    private LimitsCommand limits = new LimitsCommand();

    @Parameters(index = "0", paramLabel = "SERVICE", description = "As ./byajbook limits list shows it.")
    private String service = "";

    @Parameters(index = "1", paramLabel = "LIMIT", description = "As ./byajbook limits list shows it.")
    private String name = "";

    @Parameters(
            index = "2",
            paramLabel = "VALUE",
            description =
                    "A whole number in the limit's unit, or initial: what is configured, now and after an upgrade.")
    private String value = "";

    @Option(names = "--reason", required = true, paramLabel = "WORDS", description = "Why; kept in the audit.")
    private String reason = "";

    @Option(
            names = "--ttl",
            paramLabel = "TIME",
            converter = Ttl.class,
            description = "Reverts by itself after this: 30s, 10m, 2h, at most 7d.")
    private @Nullable Duration ttl;

    @Override
    public Integer call() {
        return change(limits.open(), spec.commandLine().getOut());
    }

    int change(OpsPort ops, PrintWriter out) {
        OpsLimit before = ops.limits().get(service, name);
        LimitOrder order = new LimitOrder(LimitValue.parse(value, before), before.version(), reason, ttl);
        LimitChanged changed = ops.change(service, name, order);
        return report(before, changed, out);
    }

    private int report(OpsLimit before, LimitChanged changed, PrintWriter out) {
        OpsLimit after = changed.limit();
        out.println(service + " " + name + ": " + before.value() + " -> " + after.withUnit(after.value()) + " (version "
                + after.version() + ")");
        out.println("Applied by " + changed.applied() + " of " + changed.replicas() + " replicas"
                + (lags(changed) ? "; the others follow within seconds." : "."));
        Instant end = after.expiresAt();
        if (end != null) {
            String to = after.revertsTo() == null ? "" : " to " + after.withUnit(after.revertsTo());
            out.println("Reverts" + to + " at " + end.truncatedTo(ChronoUnit.SECONDS) + ", in "
                    + Ttl.words(Instant.now(), end) + ".");
        }
        out.flush();
        return lags(changed) ? SOME_LAG : 0;
    }

    private static boolean lags(LimitChanged changed) {
        return changed.applied() < changed.replicas() || changed.replicas() == 0;
    }
}
