package com.byajbook.loadtests.load;

import com.byajbook.loadtests.harness.Platform;
import com.byajbook.loadtests.harness.PlatformPlan;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.localstack.servers.Databases;
import com.byajbook.localstack.servers.LocalServers;
import com.byajbook.localstack.servers.StackHome;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A platform for one arm: servers, databases, queues and services of its own, gone when it is closed. */
final class OwnPlatform implements AutoCloseable {
    /** As {@code ./byajbook up} runs them, with the compiler that production has. */
    private static final List<String> JVM =
            List.of("-Xmx320m", "-XX:+UseSerialGC", "-Xss512k", "-XX:+ExitOnOutOfMemoryError");

    private final LocalServers servers;
    private final Platform platform;

    private OwnPlatform(LocalServers servers, Platform platform) {
        this.servers = servers;
        this.platform = platform;
    }

    /** Returns when all of it is ready. */
    static OwnPlatform start(Arm arm, Path folder, Consumer<String> announce) {
        LocalServers servers = LocalServers.onFreePorts(StackHome.of("load"), Map.of(), announce);
        servers.start();
        try {
            Databases databases = new Databases(servers.postgres().url());
            Map<Service, String> names = new EnumMap<>(Service.class);
            for (Service service : Service.values()) {
                names.put(service, databases.createFresh("load_" + service.database()));
            }
            announce.accept("Starting the " + arm + " platform");
            Platform platform = Platform.start(new PlatformPlan(
                    arm.toString(),
                    servers.postgres().url(),
                    names,
                    servers.rabbitmq().url(),
                    "load." + arm + ".",
                    servers.redis().url(),
                    0,
                    Set.of(),
                    Set.of(),
                    properties(arm),
                    JVM,
                    folder.resolve("platform-" + arm)));
            return new OwnPlatform(servers, platform);
        } catch (RuntimeException e) {
            stop(servers);
            throw e;
        }
    }

    Platform platform() {
        return platform;
    }

    private static Map<String, String> properties(Arm arm) {
        Map<String, String> properties = new HashMap<>();
        properties.put("byajbook.local-users.enabled", "true");
        // The verdict waits for a look at the books that is younger than the run.
        properties.put("byajbook.reconciliation.inspect-every", "10s");
        if (arm == Arm.UNPROTECTED) {
            properties.put("spring.profiles.active", "local,load-test");
            properties.put("byajbook.overload.mode", "UNPROTECTED");
        }
        return properties;
    }

    private static void stop(LocalServers servers) {
        servers.stop();
        servers.wipe();
    }

    @Override
    public void close() {
        try {
            platform.close();
        } finally {
            stop(servers);
        }
    }
}
