package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.Ports;
import com.byajbook.localstack.servers.MachineCheck;
import com.byajbook.localstack.servers.Server;
import com.byajbook.localstack.servers.ServerChecks;
import com.byajbook.localstack.services.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;

/** Looks at this machine for what {@code up} and {@code test} need. */
final class Doctor {
    private static final int JAVA = 17;
    private static final long GIGABYTE = 1024L * 1024 * 1024;
    private static final long MEMORY_NEEDED = 3 * GIGABYTE;
    private static final long DISK_NEEDED = 3 * GIGABYTE;

    private final Stack stack;
    private final Map<String, String> environment;

    Doctor(Stack stack, Map<String, String> environment) {
        this.stack = stack;
        this.environment = environment;
    }

    List<MachineCheck> examine() {
        List<MachineCheck> checks = new ArrayList<>();
        checks.add(jdk());
        checks.add(memory());
        checks.add(disk());
        checks.addAll(new ServerChecks(stack.home()).all());
        checks.addAll(ports());
        return checks;
    }

    private static MachineCheck jdk() {
        String found = System.getProperty("java.version") + " in " + System.getProperty("java.home");
        boolean compiler = Files.isExecutable(Path.of(System.getProperty("java.home"), "bin", "javac"));
        return Runtime.version().feature() >= JAVA && compiler
                ? MachineCheck.good("JDK", found)
                : MachineCheck.bad(
                        "JDK",
                        found + (compiler ? "" : ", without a compiler"),
                        "apt-get install -y openjdk-17-jdk-headless, or point JAVA_HOME at a JDK 17 or newer");
    }

    private MachineCheck memory() {
        long free = availableMemory();
        if (free == 0 || free >= MEMORY_NEEDED || stack.isReady()) {
            return MachineCheck.good("memory", free == 0 ? "unknown" : gigabytes(free) + " available");
        }
        return MachineCheck.bad(
                "memory", gigabytes(free) + " available", "free " + gigabytes(MEMORY_NEEDED) + " for all services");
    }

    private MachineCheck disk() {
        try {
            long free = Files.getFileStore(stack.home().root()).getUsableSpace();
            return free >= DISK_NEEDED
                    ? MachineCheck.good("disk", gigabytes(free) + " free")
                    : MachineCheck.bad(
                            "disk",
                            gigabytes(free) + " free",
                            "free " + gigabytes(DISK_NEEDED) + " on the disk of "
                                    + stack.home().root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<MachineCheck> ports() {
        List<MachineCheck> found = new ArrayList<>();
        for (Server server : stack.servers().all()) {
            if (!server.isReady()) {
                found.add(port(server.port(), server.name(), server.portSetting()));
            }
        }
        for (ServiceProcess process : stack.services()) {
            if (process.running().isEmpty()) {
                String label = process.service().label();
                found.add(port(
                        process.service().port(environment),
                        label,
                        process.service().portSetting()));
                found.add(port(
                        process.service().opsPort(environment),
                        label + " (ops)",
                        process.service().opsPortSetting()));
            }
        }
        List<MachineCheck> busy =
                found.stream().filter(check -> !check.isGood()).toList();
        return busy.isEmpty() ? List.of(MachineCheck.good("ports", "free, or used by our own processes")) : busy;
    }

    private static MachineCheck port(int port, String what, String setting) {
        return Ports.isFree(port)
                ? MachineCheck.good("ports", port + " is free")
                : MachineCheck.bad(
                        "port " + port,
                        "in use by " + Ports.ownerOf(port) + ", needed for " + what,
                        setting + "=" + Ports.pickFree() + " ./byajbook up");
    }

    private static long availableMemory() {
        try (Scanner words = new Scanner(Files.readString(Path.of("/proc/meminfo")))) {
            while (words.hasNext()) {
                if (words.next().equals("MemAvailable:")) {
                    return words.nextLong() * 1024;
                }
            }
            return 0;
        } catch (IOException notLinux) {
            return 0;
        }
    }

    private static String gigabytes(long bytes) {
        return String.format("%.1f GB", bytes / (double) GIGABYTE);
    }
}
