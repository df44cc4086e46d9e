package com.byajbook.localstack.processes;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, for messages about what just failed. */
public final class LogTail {
    private static final int LINES = 20;
    private static final int BYTES = 64 * 1024;

    private LogTail() {}

    /** The last lines with the path of the whole, as one text of at most 64 KiB. */
    public static String of(Path log) {
        return "Its log, " + log + ", ends with:\n"
                + lines(log, LINES).stream()
                        .map("    "::concat)
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse("    (nothing)");
    }

    public static List<String> lines(Path log, int count) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of("(cannot be read: " + e.getMessage() + ")");
        }
    }
}
