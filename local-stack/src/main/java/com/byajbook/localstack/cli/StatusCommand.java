package com.byajbook.localstack.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What runs, and how it is. */
@Command(
        name = "status",
        description = "Shows each process with pid, port, health and memory, and the URLs of the servers in use.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all of it is ready", "3:some of it is not"})
final class StatusCommand implements Callable<Integer> {
    /** As service managers say "not running". */
    private static final int NOT_READY = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Stack stack = Stack.asStarted();
        new ProcessTable(stack).print(out);
        if (stack.isReady()) {
            return 0;
        }
        out.println();
        out.println("ByajBook is not up. ./byajbook up starts what is missing.");
        out.flush();
        return NOT_READY;
    }
}
