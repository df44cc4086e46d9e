package com.byajbook.localstack.servers;

import java.nio.file.Files;
import java.nio.file.Path;

/** Redis as Signal packs it: one static executable for each platform. */
final class RedisBinary {
    private static final String EXECUTABLE = "redis-server";
    private static final String VERSION = "7.0.15";

    private RedisBinary() {}

    static Path unpackedBy(BundledBinaries binaries) {
        String resource = "redis-server-" + VERSION + "-linux-" + (BundledBinaries.isArm() ? "arm64" : "amd64");
        Path folder = binaries.unpacked("redis", resource, (target, archive) -> {
            Path executable = target.resolve(EXECUTABLE);
            Files.copy(archive, executable);
            FilePermissions.executableByAll(executable);
        });
        return folder.resolve(EXECUTABLE);
    }
}
