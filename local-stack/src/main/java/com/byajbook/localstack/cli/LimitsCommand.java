package com.byajbook.localstack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The live limits of all services: what they are, and how an operator changes them. */
@Command(
        name = "limits",
        description = "Shows and changes the limits of the running services. Without a command it lists them.",
        synopsisSubcommandLabel = "[list|get|set|changes]",
        subcommands = {
            LimitsListCommand.class,
            LimitsGetCommand.class,
            LimitsSetCommand.class,
            LimitsChangesCommand.class
        })
final class LimitsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private OpsOptions ops = new OpsOptions();

    @Override
    public Integer call() {
        new LimitsTable(open().limits().services()).print(spec.commandLine().getOut());
        return 0;
    }

    OpsPort open() {
        return ops.open();
    }
}
