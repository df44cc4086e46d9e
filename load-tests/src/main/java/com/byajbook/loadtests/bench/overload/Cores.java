package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.harness.HarnessException;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keeps the generator away from the platform's processor: what it needs at ten times the load must not be taken from the
 * platform, or the comparison would be one of generators.
 */
final class Cores {
    private static final String PLATFORM = "0";
    private static final String GENERATOR = "1";

    private Cores() {}

    static boolean canSplit() {
        return Runtime.getRuntime().availableProcessors() >= 2;
    }

    /** Moves running processes, with all their threads and children, to the platform's processor. */
    static void ofPlatform(Collection<Long> pids) {
        pids.stream().flatMap(Cores::withDescendants).distinct().forEach(pid -> pin(pid, PLATFORM));
    }

    /** Moves this process to the other one; what it starts from now on begins there. */
    static void ofGenerator() {
        pin(ProcessHandle.current().pid(), GENERATOR);
    }

    /** Lets this process go where it likes again. */
    static void free() {
        pin(ProcessHandle.current().pid(), PLATFORM + "," + GENERATOR);
    }

    private static Stream<Long> withDescendants(long pid) {
        return Stream.concat(
                Stream.of(pid),
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid));
    }

    private static void pin(long pid, String cores) {
        try {
            Process taskset = new ProcessBuilder("taskset", "-a", "-c", "-p", cores, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = taskset.waitFor(10, TimeUnit.SECONDS);
            if (ProcessHandle.of(pid).isPresent() && (!ended || taskset.exitValue() != 0)) {
                throw new HarnessException("taskset could not move process " + pid + " to processor " + cores
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
