package com.byajbook.localstack.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL as zonky packs it: a compressed tar of {@code bin}, {@code lib} and {@code share}. */
final class PostgresBinaries {
    private static final int ANY_EXECUTE_BIT = 0111;

    private PostgresBinaries() {}

    static Path unpackedBy(BundledBinaries binaries) {
        String resource = BundledBinaries.isArm() ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
        return binaries.unpacked("postgres", resource, PostgresBinaries::extract);
    }

    private static void extract(Path folder, InputStream archive) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, inside(folder, entry.getName()));
            }
        }
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream tar, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & ANY_EXECUTE_BIT) != 0) {
            FilePermissions.executableByAll(target);
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive names a file outside of itself: " + name);
        }
        return target;
    }
}
