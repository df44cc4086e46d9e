package com.byajbook.localstack.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** All limits, or those of one service. */
@Command(name = "list", description = "Shows the limits of all services, or of one.")
final class LimitsListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ParentCommand
    private LimitsCommand limits = new LimitsCommand();

    @Parameters(paramLabel = "SERVICE", arity = "0..1", description = "api, loan-engine, payment-flow, notifications.")
    private @Nullable String service;

    @Option(names = "--changed", description = "Only those that somebody changed.")
    private boolean changed;

    @Option(names = "--json", description = "As the api writes it, for scripts; all of them.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(limits.open().limitsAsJson());
            out.flush();
            return 0;
        }
        OpsLimits all = limits.open().limits();
        List<OpsLimits.OfService> shown = service == null ? all.services() : List.of(all.get(service));
        new LimitsTable(
                        changed
                                ? shown.stream()
                                        .map(LimitsListCommand::changedOf)
                                        .toList()
                                : shown)
                .print(out);
        return 0;
    }

    private static OpsLimits.OfService changedOf(OpsLimits.OfService of) {
        return new OpsLimits.OfService(
                of.service(),
                of.limits().stream().filter(limit -> limit.version() > 0).toList(),
                of.problem());
    }
}
