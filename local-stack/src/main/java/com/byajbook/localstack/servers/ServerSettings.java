package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.LocalStackException;
import java.util.Map;
import java.util.Optional;

/** What the environment says about one server: the URL of one that exists already, or the port for ours. */
record ServerSettings(String what, String urlSetting, String portSetting, int defaultPort) {
    static final ServerSettings POSTGRES =
            new ServerSettings("PostgreSQL", "BYAJBOOK_POSTGRES_URL", "BYAJBOOK_POSTGRES_PORT", 15432);
    static final ServerSettings RABBITMQ =
            new ServerSettings("RabbitMQ", "BYAJBOOK_RABBITMQ_URL", "BYAJBOOK_RABBITMQ_PORT", 15673);
    static final ServerSettings REDIS = new ServerSettings("Redis", "BYAJBOOK_REDIS_URL", "BYAJBOOK_REDIS_PORT", 16379);

    Optional<String> existing(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(urlSetting)).filter(url -> !url.isBlank());
    }

    int port(Map<String, String> environment) {
        String value = environment.getOrDefault(portSetting, Integer.toString(defaultPort));
        try {
            int port = Integer.parseInt(value.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Answered below, like a number out of range.
        }
        throw new LocalStackException(portSetting + "=" + value + " is no port. Give a number from 1 to 65535.");
    }
}
