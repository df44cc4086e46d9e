package com.byajbook.localstack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A shared lock that each JVM which needs a stack holds until it ends, however it ends. */
final class StackUse {
    private static final Map<Path, FileChannel> HELD = new ConcurrentHashMap<>();

    private final Path file;

    StackUse(StackHome home) {
        this.file = home.folder().resolve("locks").resolve("in-use");
    }

    void begin() {
        createFolder();
        // Never closed: the operating system gives the lock back when this JVM is gone.
        HELD.computeIfAbsent(file, StackUse::lockShared);
    }

    boolean isInUse() {
        if (HELD.containsKey(file) || !Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createFolder() {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lockShared(Path path) {
        try {
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.lock(0, Long.MAX_VALUE, true);
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + path, e);
        }
    }
}
