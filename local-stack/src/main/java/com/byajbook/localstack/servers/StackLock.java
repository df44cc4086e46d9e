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
import java.util.concurrent.locks.ReentrantLock;

/** Lets one JVM at a time, and one thread of it, change one thing of a stack, such as whether a server runs. */
final class StackLock {
    // A file lock belongs to the JVM and refuses its second taker instead of making it wait.
    private static final Map<Path, ReentrantLock> WITHIN_THIS_JVM = new ConcurrentHashMap<>();

    private final Path file;
    private final ReentrantLock threads;

    StackLock(StackHome home, String thing) {
        this.file = home.folder().resolve("locks").resolve(thing);
        this.threads = WITHIN_THIS_JVM.computeIfAbsent(file, any -> new ReentrantLock());
    }

    void during(Runnable work) {
        if (threads.isHeldByCurrentThread()) {
            work.run();
            return;
        }
        threads.lock();
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                FileLock lock = channel.lock();
                work.run();
                lock.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + file, e);
        } finally {
            threads.unlock();
        }
    }
}
