package com.byajbook.loadtests.harness;

import com.byajbook.localstack.processes.Priority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** The four services, as their jars and their environment know them. */
public enum Service {
    API("api", "intake"),
    LOAN_ENGINE("loan-engine", "lending"),
    PAYMENT_FLOW("payment-flow", "payments"),
    NOTIFICATIONS("notifications", "notifications");

    private final String folder;
    private final String database;

    Service(String folder, String database) {
        this.folder = folder;
        this.database = database;
    }

    /** The module's folder, which is also its name for people. */
    public String folder() {
        return folder;
    }

    /** The database that it owns, as it is called outside of tests. */
    public String database() {
        return database;
    }

    /** As {@code ./byajbook up} starts it. */
    Priority priority() {
        return com.byajbook.localstack.services.Service.valueOf(name()).priority();
    }

    String portVariable() {
        return "BYAJBOOK_" + name() + "_PORT";
    }

    String opsPortVariable() {
        return "BYAJBOOK_" + name() + "_OPS_PORT";
    }

    String urlVariable() {
        return "BYAJBOOK_" + name() + "_URL";
    }

    /** The jar that a container would run, as the build left it. */
    public Path jar(Path root) {
        Path target = root.resolve(folder).resolve("target");
        if (!Files.isDirectory(target)) {
            throw notBuilt(target);
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(this::isJar)
                    .max(Comparator.comparing(Path::getFileName))
                    .orElseThrow(() -> notBuilt(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of the jar in that folder: a build that replaces the original would pull it from under the running process. */
    Path jarCopy(Path root, Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.copy(jar(root), folder.resolve(this + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isJar(Path file) {
        return file.getFileName()
                .toString()
                .matches("byajbook-" + folder + "-[0-9].*(?<!-sources|-javadoc|-tests)\\.jar");
    }

    private HarnessException notBuilt(Path target) {
        return new HarnessException("There is no jar of " + folder + " in " + target
                + ". Build it with ./mvnw package -DskipTests, or use ./byajbook, which does.");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
