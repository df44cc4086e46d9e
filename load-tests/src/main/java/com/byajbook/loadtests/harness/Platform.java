package com.byajbook.loadtests.harness;

import com.byajbook.localstack.fault.TcpProxy;
import com.byajbook.localstack.processes.Ports;
import com.byajbook.localstack.sandbox.SandboxMain;
import com.byajbook.localstack.servers.StackHome;
import com.byajbook.localstack.services.ServiceJar;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sandbox and the four services as processes of their own, on free ports, against servers that run already. */
public final class Platform implements Site, AutoCloseable {
    private static final String LOOPBACK = "http://127.0.0.1:";

    private final PlatformPlan plan;
    private final Links brokerLinks;
    private final Links databaseLinks;
    private final URI sandbox = URI.create(LOOPBACK + Ports.pickFree());
    private final Map<Service, Address> addresses = new EnumMap<>(Service.class);
    private final Map<Service, ChildProcess> processes = new EnumMap<>(Service.class);
    private final ChildProcess sandboxProcess;

    private record Address(int port, int opsPort) {
        URI edge() {
            return URI.create(LOOPBACK + port);
        }

        URI ops() {
            return URI.create(LOOPBACK + opsPort);
        }

        URI readiness() {
            return ops().resolve("/actuator/health/readiness");
        }
    }

    private Platform(PlatformPlan plan) {
        this.plan = plan;
        Path root = StackHome.findRoot();
        brokerLinks = new Links(plan.rabbitUrl(), plan.proxiedBroker());
        databaseLinks = new Links(plan.postgresUrl(), plan.proxiedDatabase());
        for (Service service : Service.values()) {
            addresses.put(service, new Address(Ports.pickFree(), Ports.pickFree()));
        }
        sandboxProcess = sandboxProcess();
        for (Service service : Service.values()) {
            URI readiness = address(service).readiness();
            processes.put(
                    service,
                    new ChildProcess(
                            service.folder(),
                            plan.command(root, service),
                            environment(service),
                            plan.logs().resolve(service.folder() + ".log"),
                            () -> Probe.ok(readiness)));
        }
    }

    /** Starts everything and returns when all of it is ready; when something is not, what was started is ended. */
    public static Platform start(PlatformPlan plan) {
        new RedisDatabase(plan.redisUrl(), plan.redisDatabase()).flush();
        Platform platform = new Platform(plan);
        try {
            platform.sandboxProcess.start();
            platform.processes.values().forEach(ChildProcess::launch);
            platform.processes.values().forEach(ChildProcess::awaitReady);
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    @Override
    public URI api() {
        return address(Service.API).edge();
    }

    @Override
    public URI ops() {
        return address(Service.API).ops();
    }

    @Override
    public URI sandbox() {
        return sandbox;
    }

    public ChildProcess process(Service service) {
        ChildProcess process = processes.get(service);
        if (process == null) {
            throw new IllegalArgumentException(service + " is not part of this platform");
        }
        return process;
    }

    @Override
    public Optional<Long> pidOf(Service service) {
        ChildProcess process = process(service);
        return process.isRunning() ? Optional.of(process.pid()) : Optional.empty();
    }

    /** The way of a service to the broker, if the plan gave it a proxy. */
    public TcpProxy brokerLink(Service service) {
        return brokerLinks.of(service);
    }

    /** The way of a service to PostgreSQL, if the plan gave it a proxy. */
    public TcpProxy databaseLink(Service service) {
        return databaseLinks.of(service);
    }

    @Override
    public SqlDatabase database(Service service) {
        return new SqlDatabase(
                plan.postgresUrl(), String.valueOf(plan.databases().get(service)));
    }

    @Override
    public BrokerView broker() {
        return new BrokerView(plan.rabbitUrl(), plan.prefix());
    }

    /** The process that stands for the partners. */
    public long sandboxPid() {
        return sandboxProcess.pid();
    }

    /** Lets all links flow and starts what does not run: as a test found it, the next one shall. */
    public void mend() {
        brokerLinks.restoreAll();
        databaseLinks.restoreAll();
        processes.values().forEach(ChildProcess::launch);
        processes.values().forEach(ChildProcess::awaitReady);
    }

    /** Ends every process, whatever becomes of its neighbours. */
    @Override
    public void close() {
        brokerLinks.restoreAll();
        databaseLinks.restoreAll();
        processes.values().parallelStream().forEach(ChildProcess::stop);
        sandboxProcess.stop();
        brokerLinks.close();
        databaseLinks.close();
        new BrokerCleanUp(plan.rabbitUrl(), plan.prefix()).run();
    }

    private Address address(Service service) {
        Address address = addresses.get(service);
        if (address == null) {
            throw new IllegalArgumentException(service + " is not part of this platform");
        }
        return address;
    }

    private ChildProcess sandboxProcess() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(sandboxProgram(System.getProperty("java.class.path")));
        return new ChildProcess(
                "sandbox",
                command,
                Map.of("BYAJBOOK_SANDBOX_PORT", Integer.toString(sandbox.getPort())),
                plan.logs().resolve("sandbox.log"),
                () -> Probe.ok(sandbox.resolve("/health")));
    }

    /** Inside of an executable jar our own class path is of no use to another JVM; there the sandbox has an executable jar as well. */
    private static List<String> sandboxProgram(String classPath) {
        boolean insideOfJar = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
        return insideOfJar
                ? List.of(
                        "-jar",
                        ServiceJar.built(StackHome.findRoot(), "local-stack").toString(),
                        "sandbox")
                : List.of("-cp", classPath, SandboxMain.class.getName());
    }

    private Map<String, String> environment(Service service) {
        Map<String, String> environment = new HashMap<>();
        for (Service any : Service.values()) {
            environment.put(any.portVariable(), Integer.toString(address(any).port()));
            environment.put(any.opsPortVariable(), Integer.toString(address(any).opsPort()));
            environment.put(any.urlVariable(), address(any).edge().toString());
        }
        environment.put("BYAJBOOK_SANDBOX_URL", sandbox.toString());
        environment.put("BYAJBOOK_POSTGRES_URL", databaseLinks.urlFor(service));
        environment.put("BYAJBOOK_RABBITMQ_URL", brokerLinks.urlFor(service));
        environment.put("BYAJBOOK_REDIS_URL", new RedisDatabase(plan.redisUrl(), plan.redisDatabase()).url());
        return environment;
    }

    /** How long anything accepted may take to its end while nothing is broken; generous, for a busy machine. */
    public static Duration settleWithin() {
        return Duration.ofSeconds(90);
    }
}
