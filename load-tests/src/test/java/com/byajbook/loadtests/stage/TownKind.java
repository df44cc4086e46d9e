package com.byajbook.loadtests.stage;

import com.byajbook.loadtests.harness.Service;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Towns differ in what can be broken there. */
public enum TownKind {
    /** Everything is well, and as the services' own settings say. */
    STORIES(11, EnumSet.noneOf(Service.class), Map.of()),
    /** Each way to the broker can be broken; what a crash left is swept soon, so that nobody waits for leases of 15 and 60 s. */
    FAULTS(
            12,
            EnumSet.allOf(Service.class),
            Map.of(
                    "byajbook.rabbitmq.relay.lease", "3s",
                    "byajbook.rabbitmq.reconnect-max", "1s",
                    "byajbook.delivery.lease", "8s"));

    private final int redisDatabase;
    private final Set<Service> proxied;
    private final Map<String, String> properties;

    TownKind(int redisDatabase, Set<Service> proxied, Map<String, String> properties) {
        this.redisDatabase = redisDatabase;
        this.proxied = proxied;
        this.properties = properties;
    }

    int redisDatabase() {
        return redisDatabase;
    }

    Set<Service> proxied() {
        return proxied;
    }

    Map<String, String> properties() {
        return properties;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
