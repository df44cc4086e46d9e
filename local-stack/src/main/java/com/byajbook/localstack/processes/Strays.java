package com.byajbook.localstack.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Processes of ours whose record was lost: we were killed between starting one and recording it, or the record's folder was removed. They
 * are known by a variable in their environment that names their log, and a log belongs to one process of one stack.
 */
public final class Strays {
    private static final String VARIABLE = "BYAJBOOK_PROCESS_LOG";
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final char END = '\0';

    private Strays() {}

    static Map<String, String> markOf(Path log) {
        return Map.of(VARIABLE, log.toString());
    }

    /** Ends what still writes to that log. */
    public static void endWriterOf(Path log) {
        end(mark -> mark.equals(log.toString()));
    }

    /** Ends what still writes to a log of that folder. */
    public static void endWritersIn(Path logs) {
        end(mark -> Path.of(mark).startsWith(logs));
    }

    private static void end(Predicate<String> ours) {
        List<ProcessRecord> strays = ProcessHandle.allProcesses()
                .filter(process -> mark(process.pid()).filter(ours).isPresent())
                .flatMap(process -> ProcessIdentity.of(process.pid()).stream()
                        .map(identity -> new ProcessRecord("stray", process.pid(), identity, 0, "", "", Path.of(""))))
                .toList();
        strays.forEach(stray -> Signal.TERM.send(stray.pid()));
        strays.forEach(stray -> Termination.end(stray, Signal.TERM, GRACE));
    }

    private static Optional<String> mark(long pid) {
        try {
            String environment =
                    Files.readString(Path.of("/proc", Long.toString(pid), "environ"), StandardCharsets.ISO_8859_1);
            int start = (END + environment).indexOf(END + VARIABLE + "=");
            if (start < 0) {
                return Optional.empty();
            }
            int value = start + VARIABLE.length() + 1;
            int end = environment.indexOf(END, value);
            byte[] bytes = environment
                    .substring(value, end < 0 ? environment.length() : end)
                    .getBytes(StandardCharsets.ISO_8859_1);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException goneOrNotOurs) {
            return Optional.empty();
        }
    }
}
