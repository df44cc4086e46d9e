package com.byajbook.localstack.processes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command to run in a session of its own, so that it survives this JVM and a Ctrl-C in its terminal.
 *
 * @param priority its share of the processors
 * @param command  must not fork and leave: its pid is the one recorded
 * @param environment added to ours
 * @param log      output of this run; the one before is kept beside it as {@code .1}
 */
public record DetachedProcess(
        String name,
        Priority priority,
        List<String> command,
        Map<String, String> environment,
        Path workingFolder,
        Path log) {

    /** One with a whole share of the processors. */
    public DetachedProcess(
            String name, List<String> command, Map<String, String> environment, Path workingFolder, Path log) {
        this(name, Priority.EDGE, command, environment, workingFolder, log);
    }

    /** Starts a process without an HTTP health address. */
    public ProcessRecord start(int port, String url) {
        return start(port, url, "");
    }

    /** Starts it and says what to record about it; the caller records it. */
    public ProcessRecord start(int port, String url, String health) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.createDirectories(workingFolder);
            keepPreviousLog();
            List<String> detached = new ArrayList<>(List.of("setsid"));
            detached.addAll(priority.prefixOfSession());
            detached.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(detached)
                    .directory(workingFolder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            builder.environment().putAll(Strays.markOf(log));
            // setsid, the shell and nice replace themselves by the command: no child of a JVM leads a process group, so
            // it need not fork.
            Process process = builder.start();
            String identity = ProcessIdentity.of(process.pid())
                    .orElseThrow(() -> new LocalStackException(name + " ended at once. " + LogTail.of(log)));
            return new ProcessRecord(name, process.pid(), identity, port, url, health, log);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    private void keepPreviousLog() throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
