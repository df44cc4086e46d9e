package com.byajbook.localstack.processes;

import java.nio.file.Path;
import java.util.Properties;

/**
 * A process that we started and may therefore end.
 *
 * @param name     what people call it, for example {@code postgres}; one live process a name in a stack
 * @param pid      the pid of the process itself, never of a wrapper that may end before it
 * @param identity see {@link ProcessIdentity}
 * @param port     the port that it serves, 0 if none
 * @param url      the address clients use, empty if none
 * @param health   the HTTP address that answers 200 while it is ready, empty if it has none
 * @param log      where its output goes
 */
public record ProcessRecord(String name, long pid, String identity, int port, String url, String health, Path log) {

    /** Whether exactly this process still runs; another process with its pid does not count. */
    public boolean isRunning() {
        return ProcessIdentity.of(pid).filter(identity::equals).isPresent();
    }

    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("name", name);
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("identity", identity);
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("url", url);
        properties.setProperty("health", health);
        properties.setProperty("log", log.toString());
        return properties;
    }

    static ProcessRecord from(Properties properties) {
        return new ProcessRecord(
                required(properties, "name"),
                Long.parseLong(required(properties, "pid")),
                required(properties, "identity"),
                Integer.parseInt(properties.getProperty("port", "0")),
                properties.getProperty("url", ""),
                properties.getProperty("health", ""),
                Path.of(required(properties, "log")));
    }

    private static String required(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }
}
