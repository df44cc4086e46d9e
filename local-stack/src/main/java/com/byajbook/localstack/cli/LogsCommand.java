package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.processes.LogTail;
import com.byajbook.localstack.servers.StackHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The end of the logs. */
@Command(name = "logs", description = "Shows the end of one log, or of all.")
final class LogsCommand implements Callable<Integer> {
    private static final String SUFFIX = ".log";
    private static final int OF_EACH = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "For example api, loan-engine, postgres or rabbitmq.")
    private @Nullable String service;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "200",
            description = "How many lines (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is added, until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = StackHome.of(Stack.NAME).logs();
        List<String> names = names(folder);
        if (service == null) {
            names.forEach(name -> {
                out.println("==> " + folder.resolve(name + SUFFIX) + " <==");
                LogTail.lines(folder.resolve(name + SUFFIX), OF_EACH).forEach(out::println);
                out.println();
            });
            out.flush();
            return 0;
        }
        if (!names.contains(service)) {
            throw new LocalStackException("There is no log of " + service + ". There is: "
                    + (names.isEmpty() ? "none yet; ./byajbook up makes them" : String.join(", ", names)) + ".");
        }
        Path log = folder.resolve(service + SUFFIX);
        LogTail.lines(log, lines).forEach(out::println);
        out.flush();
        if (follow) {
            new LogFollower(log).copyTo(out);
        }
        return 0;
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
