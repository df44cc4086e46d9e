package com.byajbook.localstack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Copies what is added to a log, and begins again when the log is replaced by a restart. */
final class LogFollower {
    private static final long POLL_MILLIS = 200;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path log;
    private long position;

    LogFollower(Path log) {
        this.log = log;
        this.position = log.toFile().length();
    }

    /** Until this thread is interrupted or nobody reads the output any more. */
    void copyTo(PrintWriter out) {
        while (!out.checkError()) {
            copyAdded(out);
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void copyAdded(PrintWriter out) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() < position) {
                position = 0;
            }
            file.seek(position);
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = file.read(buffer); read > 0; read = file.read(buffer)) {
                out.print(new String(buffer, 0, read, StandardCharsets.UTF_8));
                position += read;
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
