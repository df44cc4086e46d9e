package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.LocalStackException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Servers that come inside Maven artifacts, unpacked once a version. */
final class BundledBinaries {
    private static final Pattern JAR_VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar");

    private final Path folder;

    BundledBinaries(StackHome home) {
        this.folder = home.binaries();
    }

    /** How an archive is laid out in a fresh folder. */
    interface Unpacking {
        void into(Path folder, InputStream archive) throws IOException;
    }

    /** The folder that holds the unpacked resource; it appears whole or not at all, also when two JVMs unpack at once. */
    Path unpacked(String product, String resource, Unpacking unpacking) {
        URL found = Optional.ofNullable(BundledBinaries.class.getClassLoader().getResource(resource))
                .filter(any -> System.getProperty("os.name", "").startsWith("Linux"))
                .orElseThrow(() -> new LocalStackException("There is no " + product + " for this machine ("
                        + System.getProperty("os.name") + ", " + System.getProperty("os.arch")
                        + "). Give the URL of a server that exists: BYAJBOOK_" + product.toUpperCase(Locale.ROOT)
                        + "_URL."));
        Path target = folder.resolve(product + "-" + version(found));
        if (!Files.isDirectory(target)) {
            unpack(found, unpacking, target);
        }
        return target;
    }

    private void unpack(URL resource, Unpacking unpacking, Path target) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempDirectory(folder, "unpacking");
            // Readable by the unprivileged user that a server may have to run as.
            FilePermissions.readableByAll(draft);
            try (InputStream archive = resource.openStream()) {
                unpacking.into(draft, archive);
            }
            moveUnlessPresent(draft, target);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + resource + " into " + target, e);
        }
    }

    private static void moveUnlessPresent(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherWasFaster) {
            FilePermissions.deleteTree(draft);
        }
    }

    private static String version(URL resource) {
        Matcher matcher = JAR_VERSION.matcher(resource.toString());
        String version = "unversioned";
        while (matcher.find()) {
            version = matcher.group(1);
        }
        return version;
    }

    static boolean isArm() {
        String arch = System.getProperty("os.arch", "");
        return arch.equals("aarch64") || arch.startsWith("arm");
    }
}
