package com.byajbook.localstack.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's packages, for what nothing else brings to a machine. Only root may install them. */
final class DebianPackages {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Map<String, String> QUIET = Map.of("DEBIAN_FRONTEND", "noninteractive");

    private final Path log;

    /** @param log takes what apt-get prints */
    DebianPackages(Path log) {
        this.log = log;
    }

    static boolean exist() {
        return Programs.find("apt-get").isPresent();
    }

    /** What somebody types who may. */
    static String commandFor(String... packages) {
        return "sudo apt-get update && sudo apt-get install -y --no-install-recommends " + String.join(" ", packages);
    }

    void install(String... packages) {
        apt("update");
        List<String> install = new ArrayList<>(List.of("install", "-y", "--no-install-recommends"));
        install.addAll(List.of(packages));
        apt(install.toArray(String[]::new));
    }

    private void apt(String... arguments) {
        List<String> command = new ArrayList<>(List.of("apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"));
        command.addAll(List.of(arguments));
        new ShortCommand(command, QUIET, log, LIMIT).runOrFail("apt-get " + String.join(" ", arguments));
    }
}
