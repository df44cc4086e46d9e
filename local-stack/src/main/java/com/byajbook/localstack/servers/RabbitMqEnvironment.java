package com.byajbook.localstack.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The files and variables that keep a RabbitMQ node to itself. */
final class RabbitMqEnvironment {
    /** Two cores and a shared machine: quorum queues would otherwise keep up to 512 MB of write-ahead log in memory. */
    private static final String CONFIGURATION = """
            listeners.tcp.local = 127.0.0.1:%d
            vm_memory_high_watermark.absolute = 768MiB
            disk_free_limit.absolute = 256MB
            raft.wal_max_size_bytes = 67108864
            log.console.level = info
            log.connection.level = warning
            """;

    private RabbitMqEnvironment() {}

    static Map<String, String> write(Path folder, String node, int port, int distributionPort, int epmdPort)
            throws IOException {
        Path configuration = folder.resolve("rabbitmq.conf");
        Files.writeString(configuration, CONFIGURATION.formatted(port));
        Path noPlugins = folder.resolve("enabled_plugins");
        Files.writeString(noPlugins, "[].\n");
        // Present and empty, so that the machine's /etc/rabbitmq/rabbitmq-env.conf is not read instead.
        Path noOverrides = folder.resolve("rabbitmq-env.conf");
        Files.writeString(noOverrides, "");

        Map<String, String> environment = new HashMap<>();
        environment.put("RABBITMQ_NODENAME", node + "@localhost");
        environment.put("RABBITMQ_CONF_ENV_FILE", noOverrides.toString());
        environment.put("RABBITMQ_CONFIG_FILE", configuration.toString());
        environment.put(
                "RABBITMQ_ADVANCED_CONFIG_FILE",
                folder.resolve("advanced.config").toString());
        environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", noPlugins.toString());
        environment.put("RABBITMQ_MNESIA_BASE", folder.resolve("mnesia").toString());
        environment.put("RABBITMQ_LOG_BASE", folder.toString());
        environment.put("RABBITMQ_LOGS", "-");
        environment.put("RABBITMQ_PID_FILE", folder.resolve("node.pid").toString());
        environment.put("RABBITMQ_NODE_PORT", Integer.toString(port));
        environment.put("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1");
        environment.put("RABBITMQ_DIST_PORT", Integer.toString(distributionPort));
        environment.put("ERL_EPMD_PORT", Integer.toString(epmdPort));
        environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
        environment.put(
                "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +SDio 4");
        environment.put("ERL_CRASH_DUMP", folder.resolve("erl_crash.dump").toString());
        // Makes the script replace itself by the node, so that the recorded pid is the node's.
        environment.put("detached", "true");
        // The Erlang cookie is kept there.
        environment.put("HOME", folder.toString());
        return environment;
    }
}
