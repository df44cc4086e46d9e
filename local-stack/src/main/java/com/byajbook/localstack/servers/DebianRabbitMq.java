package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.processes.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Installs RabbitMQ from Debian's packages, where nothing else brings one. */
final class DebianRabbitMq {
    private static final String PACKAGE = "rabbitmq-server";
    private static final List<String> ERLANG_PROGRAMS = List.of("beam.smp", "epmd");
    private static final Duration SERVICE_LIMIT = Duration.ofMinutes(1);

    private final Path log;

    DebianRabbitMq(StackHome home) {
        this.log = home.logs().resolve("rabbitmq-install.log");
    }

    /** Fails with the one command that mends it where we may not install. */
    void install(Consumer<String> announce) {
        if (!DebianPackages.exist()) {
            throw new LocalStackException(
                    "RabbitMQ is missing. Install it with this machine's package manager, start Docker,"
                            + " or set BYAJBOOK_RABBITMQ_URL=amqp://user:password@host:port to a broker that exists.");
        }
        if (!Unprivileged.isRoot()) {
            throw new LocalStackException(
                    "RabbitMQ is missing, no Docker engine answers, and only root may install packages. Install it once with:\n"
                            + "    " + DebianPackages.commandFor(PACKAGE));
        }
        announce.accept("Installing " + PACKAGE
                + " from Debian's packages: this machine has no RabbitMQ and no Docker engine" + " (log: " + log + ")");
        Set<Long> before = erlangProcesses();
        new DebianPackages(log).install(PACKAGE);
        stopWhatTheInstallStarted(before);
    }

    /** The package starts a broker for the whole machine where policy allows; we want only private ones. */
    private void stopWhatTheInstallStarted(Set<Long> before) {
        List<Long> started =
                erlangProcesses().stream().filter(pid -> !before.contains(pid)).toList();
        if (started.isEmpty()) {
            return;
        }
        int stopped =
                new ShortCommand(List.of("systemctl", "disable", "--now", PACKAGE), Map.of(), log, SERVICE_LIMIT).run();
        if (stopped != 0) {
            new ShortCommand(List.of("service", PACKAGE, "stop"), Map.of(), log, SERVICE_LIMIT).run();
        }
        erlangProcesses().stream().filter(started::contains).forEach(Signal.TERM::send);
    }

    private static Set<Long> erlangProcesses() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> ERLANG_PROGRAMS.contains(
                                Path.of(command).getFileName().toString()))
                        .isPresent())
                .map(ProcessHandle::pid)
                .collect(Collectors.toUnmodifiableSet());
    }
}
