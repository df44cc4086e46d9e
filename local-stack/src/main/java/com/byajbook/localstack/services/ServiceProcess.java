package com.byajbook.localstack.services;

import com.byajbook.localstack.processes.DetachedProcess;
import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.processes.LogTail;
import com.byajbook.localstack.processes.Ports;
import com.byajbook.localstack.processes.ProcessRecord;
import com.byajbook.localstack.processes.Strays;
import com.byajbook.localstack.processes.Termination;
import com.byajbook.localstack.servers.StackHome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One service, or the sandbox, of a stack. */
public final class ServiceProcess {
    private static final Duration READY_WITHIN = Duration.ofMinutes(4);
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Service service;
    private final StackHome home;
    private final HealthProbe probe;

    public ServiceProcess(Service service, StackHome home, HealthProbe probe) {
        this.service = service;
        this.home = home;
        this.probe = probe;
    }

    public Service service() {
        return service;
    }

    public Optional<ProcessRecord> running() {
        return home.runFolder().find(service.label());
    }

    public boolean isReady() {
        return running().filter(process -> probe.isReady(process.health())).isPresent();
    }

    /** Whether it runs code that has been built anew since. */
    public boolean isOutdated() {
        return running().isPresent() && ServiceJar.isOlderThanBuild(home, service);
    }

    /** Refuses before anything is started, rather than half-way. What a crash of ours left on the ports is ended first. */
    public void requireFreePorts(Map<String, String> environment) {
        if (running().isPresent()) {
            return;
        }
        Strays.endWriterOf(log());
        Ports.requireFree(service.port(environment), service.label(), service.portSetting());
        if (service.hasOpsPort()) {
            Ports.requireFree(
                    service.opsPort(environment), "the ops pages of " + service.label(), service.opsPortSetting());
        }
    }

    /** Starts it unless it runs; it is not ready yet. */
    public void launch(Map<String, String> environment) {
        if (running().isPresent()) {
            return;
        }
        ProcessRecord process = new DetachedProcess(
                        service.label(), service.priority(), command(environment), environment, home.folder(), log())
                .start(service.port(environment), service.url(environment), service.healthUrl(environment));
        home.runFolder().remember(process);
    }

    /** Returns once it is ready; fails with the end of its log when it ends or takes too long. */
    public void awaitReady() {
        ProcessRecord process = running().orElseThrow(() -> failed("ended while it started"));
        boolean settled =
                Termination.waitUntil(() -> probe.isReady(process.health()) || !process.isRunning(), READY_WITHIN);
        if (!process.isRunning()) {
            throw failed("ended while it started");
        }
        if (!settled) {
            throw failed("was not ready within " + READY_WITHIN.toSeconds() + " s");
        }
    }

    private Path log() {
        return home.logs().resolve(service.label() + ".log");
    }

    private List<String> command(Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + service.heapMegabytes() + "m",
                "-Xss512k",
                // Two cores: collectors with threads of their own would take them from the work.
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError"));
        SPACES.splitAsStream(environment.getOrDefault("BYAJBOOK_JAVA_OPTS", ""))
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        command.addAll(List.of("-jar", ServiceJar.copyToRun(home, service).toString()));
        if (service == Service.SANDBOX) {
            command.add("sandbox");
        }
        return command;
    }

    private LocalStackException failed(String how) {
        return new LocalStackException(
                service.label() + " " + how + ". "
                        + LogTail.of(log())
                        + "\nMend that and run ./byajbook up again: it starts only what is missing. ./byajbook down stops the rest.");
    }
}
