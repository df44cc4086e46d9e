package com.byajbook.loadtests.load.gatling;

import com.typesafe.config.ConfigFactory;
import io.gatling.app.Gatling$;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.prefs.Preferences;
import java.util.stream.Stream;

/**
 * Runs Gatling inside of this JVM, one run at a time: its users, our records and what disturbs the platform then share one clock.
 *
 * <p>It talks to the platform and to nobody else. Out of the box Gatling reports its use, asks Maven Central for a newer release and
 * warms up on its maker's site.
 */
public final class GatlingProgram {
    private static final int ASSERTIONS_FAILED = 2;
    private static final AtomicReference<Orders> ORDERS = new AtomicReference<>();

    private GatlingProgram() {}

    /**
     * What Gatling says of its run.
     *
     * @param page its report, unless there was nothing to report
     * @param assertionsHold whether its own assertions do
     */
    public record Report(Optional<Path> page, boolean assertionsHold) {}

    /** Returns when all users are done and the report is written below {@code folder}. */
    public static Report run(Orders orders, Path folder) {
        if (!ORDERS.compareAndSet(null, orders)) {
            throw new IllegalStateException("Gatling runs already");
        }
        PrintStream out = System.out;
        try {
            settle(orders);
            Files.createDirectories(folder);
            // What it prints is in its report as well, and our own progress has the terminal.
            System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            int code = Gatling$.MODULE$.fromArgs(new String[] {
                "--simulation", TrafficSimulation.class.getName(), "--results-folder", folder.toString()
            });
            if (code != 0 && code != ASSERTIONS_FAILED) {
                throw new IllegalStateException("Gatling ended with " + code);
            }
            return new Report(page(folder), code == 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.setOut(out);
            ORDERS.set(null);
        }
    }

    static Orders orders() {
        Orders orders = ORDERS.get();
        if (orders == null) {
            throw new IllegalStateException(
                    "this simulation is run by ./byajbook load and not by Gatling's own commands");
        }
        return orders;
    }

    private static void settle(Orders orders) throws IOException {
        System.setProperty("gatling.data.enableAnalytics", "false");
        System.setProperty("gatling.data.writers.0", "file");
        System.setProperty("gatling.http.warmUpUrl", "");
        System.setProperty(
                "gatling.http.requestTimeout", Long.toString(orders.patience().toMillis()));
        System.setProperty(
                "gatling.socket.connectTimeout", Long.toString(orders.patience().toMillis()));
        ConfigFactory.invalidateCaches();
        forgoNews();
    }

    /** It asks for news of itself unless it did a moment ago; so it did, and always will have, and in preferences of this run alone. */
    private static void forgoNews() throws IOException {
        if (System.getProperty("java.util.prefs.userRoot") == null) {
            System.setProperty(
                    "java.util.prefs.userRoot",
                    Files.createTempDirectory("byajbook-gatling").toString());
        }
        Logger.getLogger("java.util.prefs").setLevel(Level.OFF);
        Preferences latest = Preferences.userRoot().node("/io/gatling/latestVersion");
        latest.putBoolean("lastCheckSuccess", false);
        latest.putLong("lastCheckTimestamp", Long.MAX_VALUE / 2);
    }

    private static Optional<Path> page(Path folder) throws IOException {
        try (Stream<Path> runs = Files.list(folder)) {
            return runs.map(run -> run.resolve("index.html"))
                    .filter(Files::exists)
                    .max(Comparator.naturalOrder());
        }
    }
}
