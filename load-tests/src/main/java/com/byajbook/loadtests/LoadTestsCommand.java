package com.byajbook.loadtests;

import com.byajbook.loadtests.bench.BenchCommand;
import com.byajbook.loadtests.demo.DemoCommand;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.load.LoadCommand;
import com.byajbook.loadtests.replay.ReplayCommand;
import com.byajbook.localstack.processes.LocalStackException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the crowd and the judge; {@code ./byajbook} calls it. */
@Command(
        name = "load-tests",
        description = "Plays people against ByajBook.",
        mixinStandardHelpOptions = true,
        subcommands = {DemoCommand.class, LoadCommand.class, BenchCommand.class, ReplayCommand.class})
public final class LoadTestsCommand {

    private LoadTestsCommand() {}

    /** Exits with 0, with 1 when something is not as it should be, with 2 on a wrong command line. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new LoadTestsCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof HarnessException || failure instanceof LocalStackException) {
                        command.getErr().println(failure.getMessage());
                        return 1;
                    }
                    throw failure;
                });
    }
}
