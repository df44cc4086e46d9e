package com.byajbook.localstack.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface. */
public final class Ports {
    /** Below the range from which the kernel gives ports to outgoing connections, so that none of these takes ours while a server restarts. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 200;

    private Ports() {}

    public static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException busy) {
            return false;
        }
    }

    /** A port that is free now; it stays free unless somebody takes it before its user does. */
    public static int pickFree() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new LocalStackException("No free port found between " + LOWEST + " and " + HIGHEST + ".");
    }

    /**
     * Refuses a port that is taken.
     *
     * @param setting the environment variable that moves this port
     * @throws LocalStackException when the port is taken, saying by whom and what to set
     */
    public static void requireFree(int port, String what, String setting) {
        if (!isFree(port)) {
            throw new LocalStackException(busy(port, what, setting));
        }
    }

    private static String busy(int port, String what, String setting) {
        return "Port " + port + " for " + what + " is in use by " + ownerOf(port)
                + ". Stop that, or choose another port: " + setting + "=" + pickFree() + " ./byajbook up";
    }

    /** Who listens there, for example {@code pid 4711 (java)}; as far as this user may see it. */
    public static String ownerOf(int port) {
        return PortOwner.of(port).orElse("a process of another user");
    }
}
