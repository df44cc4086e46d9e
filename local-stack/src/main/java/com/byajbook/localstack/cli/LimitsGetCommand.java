package com.byajbook.localstack.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** One limit with everything that is known of it. */
@Command(name = "get", description = "Shows one limit: what it bounds, what it is, who changed it and why.")
final class LimitsGetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ParentCommand
    private LimitsCommand limits = new LimitsCommand();

    @Parameters(index = "0", paramLabel = "SERVICE", description = "As ./byajbook limits list shows it.")
    private String service = "";

    @Parameters(index = "1", paramLabel = "LIMIT", description = "As ./byajbook limits list shows it.")
    private String name = "";

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        new LimitPage(service, limits.open().limits().get(service, name), Clock.systemUTC()).print(out);
        return 0;
    }
}
