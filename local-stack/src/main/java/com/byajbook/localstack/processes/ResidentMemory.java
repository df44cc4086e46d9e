package com.byajbook.localstack.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.stream.LongStream;

/** The memory a process and its children hold. */
public final class ResidentMemory {

    private ResidentMemory() {}

    /**
     * Bytes of RAM, 0 if the process is gone. Memory that several of them share is counted once where the kernel lets us see it: summing
     * plain RSS would count PostgreSQL's shared buffers for each connection.
     */
    public static long bytesOf(long pid) {
        LongStream children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), children)
                .map(ResidentMemory::ofOne)
                .sum();
    }

    private static long ofOne(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        long shared = kilobytes(folder.resolve("smaps_rollup"), "Pss:");
        return 1024 * (shared > 0 ? shared : kilobytes(folder.resolve("status"), "VmRSS:"));
    }

    private static long kilobytes(Path file, String field) {
        try (Scanner lines = new Scanner(Files.readString(file))) {
            while (lines.hasNext()) {
                if (lines.next().equals(field)) {
                    return lines.nextLong();
                }
            }
            return 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
