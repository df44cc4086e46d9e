package com.byajbook.localstack.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** Signals that the JDK cannot send by itself. */
public enum Signal {
    /** Ordinary request to end. */
    TERM,
    /** PostgreSQL's fast shutdown: roll back and leave, don't wait for clients. */
    INT,
    /** Freezes a process, as a long pause would. */
    STOP,
    /** Thaws it. */
    CONT,
    /** Ends a process without letting it tidy up. */
    KILL;

    /** Nothing happens when the process is already gone. */
    public void send(long pid) {
        try {
            // The shell's own kill: /bin/kill belongs to a package that small images leave out.
            Process kill = new ProcessBuilder("sh", "-c", "kill -" + name() + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!kill.waitFor(10, TimeUnit.SECONDS)) {
                kill.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
