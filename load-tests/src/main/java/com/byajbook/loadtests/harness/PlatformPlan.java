package com.byajbook.loadtests.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a platform for a suite or a measurement is made of. Heaps are modest, because four services, three servers and whoever uses them
 * share a laptop or a small CI machine.
 *
 * @param name folder of its logs, for example {@code faults}
 * @param postgresUrl the server, without a database
 * @param databases the database of each service, empty ones
 * @param rabbitUrl the broker
 * @param prefix put before each exchange and queue name
 * @param redisUrl the server, without a database number
 * @param redisDatabase the number of a database that nobody else uses; it is emptied
 * @param proxiedBroker services whose way to the broker can be broken
 * @param proxiedDatabase services whose way to PostgreSQL can be broken
 * @param properties set on every service
 * @param jvm options of every service's JVM
 * @param logs folder of the processes' output and of the copies of their jars
 */
public record PlatformPlan(
        String name,
        String postgresUrl,
        Map<Service, String> databases,
        String rabbitUrl,
        String prefix,
        String redisUrl,
        int redisDatabase,
        Set<Service> proxiedBroker,
        Set<Service> proxiedDatabase,
        Map<String, String> properties,
        List<String> jvm,
        Path logs) {

    private static final String PROFILES = "spring.profiles.active";

    /** Small heaps and the quick compiler: for suites, where a start matters more than speed. */
    public static final List<String> SMALL_JVM = List.of(
            "-Xmx224m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "-XX:MaxDirectMemorySize=96m");

    public PlatformPlan {
        databases = new EnumMap<>(databases);
        proxiedBroker = copy(proxiedBroker);
        proxiedDatabase = copy(proxiedDatabase);
        properties = Map.copyOf(properties);
        jvm = List.copyOf(jvm);
        if (databases.size() != Service.values().length) {
            throw new IllegalArgumentException("each service needs a database of its own: " + databases);
        }
    }

    private static Set<Service> copy(Set<Service> services) {
        return services.isEmpty() ? EnumSet.noneOf(Service.class) : EnumSet.copyOf(services);
    }

    List<String> command(Path root, Service service) {
        List<String> command = new ArrayList<>(service.priority().prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(
                List.of("-jar", service.jarCopy(root, logs.resolve("jars")).toString()));
        if (!properties.containsKey(PROFILES)) {
            command.add("--" + PROFILES + "=local");
        }
        command.add("--byajbook.postgres.database=" + databases.get(service));
        command.add("--byajbook.rabbitmq.prefix=" + prefix);
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }
}
