package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./byajbook}: everything a person does with the project on one machine. */
@Command(
        name = "byajbook",
        description = "Runs ByajBook on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "byajbook 0.1.0",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            TestCommand.class,
            LogsCommand.class,
            TokensCommand.class,
            LimitsCommand.class,
            DecisionsCommand.class,
            ReplayCommand.class,
            DemoCommand.class,
            LoadCommand.class,
            BenchCommand.class,
            DoctorCommand.class,
            SandboxCommand.class,
            CommandLine.HelpCommand.class
        })
public final class ByajBookCommand {
    private static final int FAILED = 1;

    public static void main(String[] arguments) {
        // Named, rather than found as logback.xml, since services have this module on their test class path.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "byajbook-logback.xml");
        }
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ByajBookCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(explain(failure));
                    return FAILED;
                });
    }

    /** A stack trace is for our bugs, not for what a person can mend. */
    private static String explain(Exception failure) {
        if (failure instanceof LocalStackException known) {
            return known.explanation();
        }
        if (failure instanceof UncheckedIOException && failure.getCause() instanceof AccessDeniedException denied) {
            return "No permission for " + denied.getFile()
                    + ". It was made by another user: run this as that user, or remove the folder .local.";
        }
        return stackTrace(failure);
    }

    private static String stackTrace(Exception failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
