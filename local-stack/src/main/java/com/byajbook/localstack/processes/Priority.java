package com.byajbook.localstack.processes;

import java.util.List;

/**
 * Who gets how much of a processor that is too small for all, as the processor requests in the manifests say it in a cluster.
 *
 * <p>An edge that waits for the processor behind the work that it has accepted answers nobody in time, while that work has
 * a queue on disk to wait in.
 */
public enum Priority {
    /** A whole share, as whoever says nothing. */
    EDGE(0),
    /** Half of it. */
    PIPELINE(3),
    /** A quarter. */
    BACKGROUND(6);

    private final int nice;

    Priority(int nice) {
        this.nice = nice;
    }

    /** Put before a command, which then replaces it. */
    public List<String> prefix() {
        return nice == 0 ? List.of() : List.of("nice", "-n", Integer.toString(nice));
    }

    /**
     * The same for the command of a new session: Linux shares a processor among sessions first and within them by niceness
     * then, so the session is told too, where there is such a thing.
     */
    List<String> prefixOfSession() {
        return nice == 0
                ? List.of()
                : List.of(
                        "sh",
                        "-c",
                        "{ echo \"$0\" > /proc/self/autogroup; } 2>/dev/null; exec nice -n \"$0\" \"$@\"",
                        Integer.toString(nice));
    }
}
