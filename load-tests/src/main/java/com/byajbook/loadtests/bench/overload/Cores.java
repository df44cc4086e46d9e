package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.harness.HarnessException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the generator away from the platform's processor: what it needs at ten times the load must not be taken from the
 * platform, or the comparison would be one of generators.
 */
final class Cores {
    private static final int PLATFORM = 0;
    private static final int GENERATOR = 1;

    private Cores() {}

    static boolean canSplit() {
        return Runtime.getRuntime().availableProcessors() >= 2;
    }

    /** Processes that are started from now on run on the platform's processor. */
    static void startPlatform() {
        pin(PLATFORM);
    }

    /** This process goes to the other one. */
    static void startGenerator() {
        pin(GENERATOR);
    }

    private static void pin(int core) {
        long self = ProcessHandle.current().pid();
        try {
            Process taskset = new ProcessBuilder(
                            "taskset", "-a", "-c", "-p", Integer.toString(core), Long.toString(self))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!taskset.waitFor(10, TimeUnit.SECONDS) || taskset.exitValue() != 0) {
                throw new HarnessException("taskset could not move this process to processor " + core
                        + "; run with --one-pool to share the processors");
            }
        } catch (IOException e) {
            throw new HarnessException(
                    "There is no taskset (Debian package util-linux); run with --one-pool to share the processors", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        }
    }
}
