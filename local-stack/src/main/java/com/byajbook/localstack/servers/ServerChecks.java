package com.byajbook.localstack.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Whether this machine can run the three servers. */
public final class ServerChecks {
    private static final String INSTALL = "apt-get update && apt-get install -y --no-install-recommends ";

    private final StackHome home;

    public ServerChecks(StackHome home) {
        this.home = home;
    }

    public List<MachineCheck> all() {
        return List.of(sessions(), postgres(), rabbitmq());
    }

    private static MachineCheck sessions() {
        return Programs.find("setsid").isPresent()
                ? MachineCheck.good("setsid", "present")
                : MachineCheck.bad("setsid", "missing: servers would die with the terminal", INSTALL + "util-linux");
    }

    private MachineCheck postgres() {
        if (!Unprivileged.isRoot()) {
            return MachineCheck.good("PostgreSQL", "comes with the build; runs as this user");
        }
        boolean namespaces =
                new ShortCommand(List.of("unshare", "-U", "true"), Map.of(), log(), Duration.ofSeconds(10)).run() == 0;
        if (namespaces) {
            return MachineCheck.good(
                    "PostgreSQL", "comes with the build; root enters a user namespace for it (unshare -U)");
        }
        return Programs.find("setpriv").isPresent()
                ? MachineCheck.good("PostgreSQL", "comes with the build; runs as nobody, since unshare -U is forbidden")
                : MachineCheck.bad(
                        "PostgreSQL",
                        "refuses root, and unshare -U is forbidden here",
                        INSTALL + "util-linux, or run as an ordinary user");
    }

    private MachineCheck rabbitmq() {
        if (RabbitMqPrograms.find().isPresent()) {
            return MachineCheck.good("RabbitMQ", "installed on this machine");
        }
        if (RabbitMqContainer.engineAnswers(home)) {
            return MachineCheck.good("RabbitMQ", "not installed; Docker answers and will run it");
        }
        if (Unprivileged.isRoot() && Programs.find("apt-get").isPresent()) {
            return MachineCheck.good("RabbitMQ", "not installed; up will install it from Debian's packages");
        }
        return MachineCheck.bad(
                "RabbitMQ",
                "not installed, and no Docker engine answers",
                "sudo " + INSTALL.replace("&& ", "&& sudo ") + "rabbitmq-server");
    }

    private Path log() {
        return home.logs().resolve("doctor.log");
    }
}
