package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.processes.LogTail;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command that is waited for, with its output in a file and a limit to its time. */
record ShortCommand(List<String> command, Map<String, String> environment, Path log, Duration limit) {

    /** Returns the exit code; 127 when the program is not there, as a shell says it. */
    int run() {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return waitFor(builder.start());
        } catch (IOException notThere) {
            return 127;
        }
    }

    void runOrFail(String purpose) {
        int code = run();
        if (code != 0) {
            throw new LocalStackException(purpose + " failed (exit code " + code + "). " + LogTail.of(log));
        }
    }

    private int waitFor(Process process) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new LocalStackException(
                    String.join(" ", command) + " did not end in " + limit.toSeconds() + " s. " + LogTail.of(log));
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while running " + command.get(0), e);
        }
    }
}
