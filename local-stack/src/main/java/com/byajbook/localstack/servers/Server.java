package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.ProcessRecord;
import java.util.List;

/** One server of a stack. All of its methods may be called from another JVM than the one that started it. */
public interface Server {

    /** For people and file names, for example {@code postgres}. */
    String name();

    int port();

    /** The environment variable that moves the port. */
    String portSetting();

    /** Where clients connect, user and password included. */
    String url();

    /** Its live processes, the one that serves first; empty for a server that somebody else runs. */
    List<ProcessRecord> processes();

    /** Whether it answers. */
    boolean isReady();

    /**
     * Starts it on its port with the data it had and returns once it answers; nothing happens if it already does.
     *
     * @throws com.byajbook.localstack.processes.LocalStackException when it cannot, with the end of its log
     */
    void start();

    /** Ends it in good order and keeps its data; nothing happens if it does not run. */
    void stop();

    /** Ends it as a power cut would; {@link #start()} brings it back with what it had made durable. */
    void kill();

    /** Removes its data, so that the next start begins anew; only for a server that is stopped. */
    void wipe();
}
