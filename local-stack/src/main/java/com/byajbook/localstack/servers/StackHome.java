package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.processes.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one stack keeps its records, logs and data. Stacks share unpacked binaries and nothing else.
 *
 * @param root the project's folder, absolute
 * @param name for example {@code up} or {@code test}
 */
public record StackHome(Path root, String name) {
    private static final String ROOT_SETTING = "BYAJBOOK_ROOT";

    public static StackHome of(String name) {
        return new StackHome(findRoot(), name);
    }

    /** The project's folder: the one the script exports, else the first above the working folder that holds the script. */
    public static Path findRoot() {
        String exported = System.getenv(ROOT_SETTING);
        if (exported != null) {
            return Path.of(exported).toAbsolutePath().normalize();
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            if (Files.exists(folder.resolve("mvnw")) && Files.isDirectory(folder.resolve("local-stack"))) {
                return folder;
            }
            folder = folder.getParent();
        }
        throw new LocalStackException(
                "This folder is not inside the project. Run it there, or set " + ROOT_SETTING + ".");
    }

    public Path folder() {
        return root.resolve(".local").resolve(name);
    }

    public Path logs() {
        return folder().resolve("logs");
    }

    public Path data(String server) {
        return folder().resolve("data").resolve(server);
    }

    Path binaries() {
        return root.resolve(".local").resolve("binaries");
    }

    public RunFolder runFolder() {
        return new RunFolder(folder().resolve("run"));
    }

    /** Says, for as long as this JVM lives, that somebody needs this stack: see {@link #isInUse()}. */
    public void use() {
        new StackUse(this).begin();
    }

    /** Whether another JVM that lives said that it needs this stack. */
    public boolean isInUse() {
        return new StackUse(this).isInUse();
    }

    /** Does the work while nobody else, in this JVM or another, does any under the same name in this stack. */
    public void exclusively(String thing, Runnable work) {
        new StackLock(this, thing).during(work);
    }
}
