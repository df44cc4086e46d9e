package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.ProcessRecord;
import com.byajbook.localstack.processes.ResidentMemory;
import com.byajbook.localstack.servers.Server;
import com.byajbook.localstack.services.ServiceProcess;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** Each process with pid, port, health and memory, and the addresses of the servers in use. */
final class ProcessTable {
    private static final String ROW = "  %-14s %8s %6s  %-11s %8s";
    private static final long MEGABYTE = 1024 * 1024;

    private final Stack stack;

    ProcessTable(Stack stack) {
        this.stack = stack;
    }

    void print(PrintWriter out) {
        out.println(String.format(ROW, "PROCESS", "PID", "PORT", "HEALTH", "MEMORY"));
        long total = 0;
        for (Server server : stack.servers().all()) {
            total += print(out, server);
        }
        for (ServiceProcess service : stack.services()) {
            total += print(out, service);
        }
        out.println(String.format(ROW, "total", "", "", "", megabytes(total)));
        out.println();
        stack.servers().all().forEach(server -> out.println("  " + server.url()));
        out.flush();
    }

    private static long print(PrintWriter out, Server server) {
        String health = server.isReady() ? "ready" : "down";
        if (server.processes().isEmpty()) {
            out.println(String.format(ROW, server.name(), "-", server.port(), health, "-"));
            return 0;
        }
        long total = 0;
        for (ProcessRecord process : server.processes()) {
            boolean helper = !process.name().equals(server.name());
            total += print(out, process, helper ? "running" : health);
        }
        return total;
    }

    private static long print(PrintWriter out, ServiceProcess service) {
        Optional<ProcessRecord> process = service.running();
        if (process.isEmpty()) {
            out.println(String.format(ROW, service.service().label(), "-", "-", "down", "-"));
            return 0;
        }
        return print(out, process.get(), service.isReady() ? "ready" : "not ready");
    }

    private static long print(PrintWriter out, ProcessRecord process, String health) {
        long bytes = ResidentMemory.bytesOf(process.pid());
        out.println(String.format(ROW, process.name(), process.pid(), process.port(), health, megabytes(bytes)));
        return bytes;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%d MB", bytes / MEGABYTE);
    }
}
