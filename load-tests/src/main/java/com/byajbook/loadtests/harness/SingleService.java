package com.byajbook.loadtests.harness;

import com.byajbook.localstack.processes.Ports;
import com.byajbook.localstack.servers.StackHome;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One service alone, without the others: enough to measure what it does by itself. */
public final class SingleService implements AutoCloseable {
    private final int port = Ports.pickFree();
    private final int opsPort = Ports.pickFree();
    private final ChildProcess process;

    private SingleService(Service service, Settings settings) {
        Map<String, String> environment = Map.of(
                service.portVariable(),
                Integer.toString(port),
                service.opsPortVariable(),
                Integer.toString(opsPort),
                "BYAJBOOK_POSTGRES_URL",
                settings.postgresUrl(),
                "BYAJBOOK_RABBITMQ_URL",
                settings.rabbitUrl(),
                "BYAJBOOK_REDIS_URL",
                settings.redisUrl());
        URI readiness = ops().resolve("/actuator/health/readiness");
        process = new ChildProcess(
                service.folder(), command(service, settings), environment, settings.log(), () -> Probe.ok(readiness));
    }

    /**
     * How it is to run.
     *
     * @param profiles of Spring, with commas between them
     * @param jvm options of its JVM
     * @param properties set on its command line
     */
    public record Settings(
            String postgresUrl,
            String database,
            String rabbitUrl,
            String prefix,
            String redisUrl,
            String profiles,
            List<String> jvm,
            Map<String, String> properties,
            Path log) {

        public Settings {
            jvm = List.copyOf(jvm);
            properties = Map.copyOf(properties);
        }
    }

    /** Starts it and returns when it is ready. */
    public static SingleService start(Service service, Settings settings) {
        SingleService single = new SingleService(service, settings);
        try {
            single.process.start();
            return single;
        } catch (RuntimeException e) {
            single.close();
            throw e;
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public URI ops() {
        return URI.create("http://127.0.0.1:" + opsPort);
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.stop();
    }

    private static List<String> command(Service service, Settings settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.jvm());
        command.addAll(List.of(
                "-jar",
                service.jarCopy(StackHome.findRoot(), settings.log().resolveSibling("jars"))
                        .toString()));
        command.add("--spring.profiles.active=" + settings.profiles());
        command.add("--byajbook.postgres.database=" + settings.database());
        command.add("--byajbook.rabbitmq.prefix=" + settings.prefix());
        settings.properties().forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }
}
