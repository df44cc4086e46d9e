package com.byajbook.localstack.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds who listens on a port, as far as Linux lets this user see it. */
final class PortOwner {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** For example {@code pid 4711 (java)}. */
    static Optional<String> of(int port) {
        Set<String> sockets = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> listeners(Path.of(table), port))
                .collect(Collectors.toUnmodifiableSet());
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holdsAny(process.pid(), sockets))
                .findFirst()
                .map(process -> "pid " + process.pid() + " (" + name(process) + ")");
    }

    private static Stream<String> listeners(Path table, int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try {
            return Files.readAllLines(table).stream()
                    .map(line -> SPACES.splitAsStream(line.strip()).toList())
                    .filter(fields -> isListener(fields, suffix))
                    .map(fields -> "socket:[" + fields.get(9) + "]");
        } catch (IOException notLinux) {
            return Stream.empty();
        }
    }

    private static boolean isListener(List<String> fields, String portSuffix) {
        return fields.size() > 9
                && fields.get(1).endsWith(portSuffix)
                && fields.get(3).equals(LISTENING);
    }

    private static boolean holdsAny(long pid, Set<String> sockets) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return descriptors.anyMatch(descriptor -> sockets.contains(target(descriptor)));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static String name(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("unknown");
    }
}
