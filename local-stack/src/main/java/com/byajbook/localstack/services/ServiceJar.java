package com.byajbook.localstack.services;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.servers.StackHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The executable jar of a module, the same that a container would run. */
public final class ServiceJar {
    private ServiceJar() {}

    /** Fails when the module has not been built. */
    public static Path built(Path root, String module) {
        Path target = root.resolve(module).resolve("target");
        String glob = module.equals(Service.SANDBOX.module()) ? "byajbook-*-exec.jar" : "byajbook-" + module + "-*.jar";
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, glob)) {
                for (Path jar : jars) {
                    return jar;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new LocalStackException(
                "There is no built jar in " + target + ". Build it: ./mvnw -q -DskipTests package");
    }

    /** A copy to run from: a later build replaces the original, and a JVM whose jar changes under it breaks in odd ways. */
    static Path copyToRun(StackHome home, Service service) {
        Path original = built(home.root(), service.module());
        Path copy = home.folder().resolve("apps").resolve(service.label() + ".jar");
        try {
            Files.createDirectories(home.folder().resolve("apps"));
            Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy " + original + " to " + copy, e);
        }
    }

    /** Whether the jar was built anew since that copy was made. */
    static boolean isOlderThanBuild(StackHome home, Service service) {
        Path copy = home.folder().resolve("apps").resolve(service.label() + ".jar");
        try {
            return Files.exists(copy) && lastModified(copy) < lastModified(built(home.root(), service.module()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copied time keeps microseconds at best, so finer ones would make each copy look old. */
    private static long lastModified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }
}
