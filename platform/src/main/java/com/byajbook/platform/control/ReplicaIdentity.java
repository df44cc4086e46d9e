package com.byajbook.platform.control;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Who this process is.
 *
 * @param id service, host, process id and a random part, for containers whose process id is always the same
 * @param service the name by which operators know the service
 */
record ReplicaIdentity(String id, String service, Instant startedAt) {

    private static final int RANDOM_BOUND = 1 << 16;

    /** This process, under the service's own name: {@code byajbook-api} is the api. */
    static ReplicaIdentity ofThisProcess(String application, Instant startedAt) {
        String service =
                application.startsWith("byajbook-") ? application.substring("byajbook-".length()) : application;
        String random = Integer.toHexString(ThreadLocalRandom.current().nextInt(RANDOM_BOUND));
        long pid = ManagementFactory.getRuntimeMXBean().getPid();
        return new ReplicaIdentity(service + "-" + host() + "-" + pid + "-" + random, service, startedAt);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown-host";
        }
    }
}
