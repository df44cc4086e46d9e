package com.byajbook.localstack.testing;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.servers.Databases;
import com.byajbook.localstack.servers.LocalServers;
import com.byajbook.localstack.servers.StackHome;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Real servers for tests, started once a machine: each test JVM uses those that the one before left in {@code .local/test}. Servers whose
 * URLs the environment gives are used instead.
 *
 * <p>{@code ./byajbook test} begins with a fresh stack and stops it at its end; a test run from an IDE leaves it for the next run.
 */
public final class TestServers {
    /** The stack's name, and its folder below {@code .local}. */
    public static final String STACK = "test";

    private static final List<String> CREATED = new CopyOnWriteArrayList<>();

    private TestServers() {}

    /** Starts what does not run yet, or has been stopped meanwhile. */
    public static Servers get() {
        LocalServers servers = stack();
        return new Servers(
                servers.postgres().url(),
                servers.rabbitmq().url(),
                servers.redis().url());
    }

    /** The servers themselves, for tests that stop, kill and start them; leave them running afterwards. */
    public static LocalServers stack() {
        return Started.SERVERS;
    }

    /** A new empty database; it is dropped when this JVM ends. */
    public static String freshDatabase(String hint) {
        String name = new Databases(stack().postgres().url()).createFresh(hint);
        CREATED.add(name);
        return name;
    }

    /** A prefix for exchange and queue names that no other test uses. */
    public static String freshPrefix() {
        return "t" + UUID.randomUUID().toString().substring(0, 8) + ".";
    }

    private static void dropCreated() {
        try {
            new Databases(stack().postgres().url()).drop(CREATED);
        } catch (LocalStackException serverGone) {
            // A test run that ends with its server down loses nothing that the next fresh stack would miss.
        }
    }

    /** Lazily, once a JVM. */
    private static final class Started {
        static final LocalServers SERVERS = start();

        private static LocalServers start() {
            LocalServers servers = LocalServers.onFreePorts(StackHome.of(STACK), System.getenv(), System.err::println);
            servers.home().use();
            boolean wereReady = servers.areReady();
            servers.start();
            if (!wereReady) {
                System.err.println("Test servers started in " + servers.home().folder()
                        + "; they are left for the next run, ./byajbook down stops them.");
            }
            Runtime.getRuntime().addShutdownHook(new Thread(TestServers::dropCreated, "drop-test-databases"));
            return servers;
        }
    }
}
