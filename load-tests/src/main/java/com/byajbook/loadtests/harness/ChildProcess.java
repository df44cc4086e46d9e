package com.byajbook.loadtests.harness;

import com.byajbook.localstack.processes.LogTail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A program that we start, kill and start again, always the same way. Whatever happens to this JVM short of its own {@code kill -9}, no
 * child outlives it.
 */
public final class ChildProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(150);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(25);
    private static final Set<ChildProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(ChildProcess::kill), "end-child-processes"));
    }

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final BooleanSupplier ready;
    private @Nullable Process process;

    /**
     * A program that is not started yet.
     *
     * @param environment added to ours
     * @param log where its output goes; the first start begins it anew, the others append
     * @param ready whether it can be used
     */
    ChildProcess(String name, List<String> command, Map<String, String> environment, Path log, BooleanSupplier ready) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.ready = ready;
    }

    /** Starts it; it need not be ready yet. */
    public synchronized void launch() {
        if (isRunning()) {
            return;
        }
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(process == null ? Redirect.to(log.toFile()) : Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
            RUNNING.add(this);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    /** Returns once it can be used; throws with the end of its log when that takes too long or it ends. */
    public void awaitReady() {
        Patience.until(
                () -> ready.getAsBoolean() || !isRunning(),
                READY_WITHIN,
                () -> name + " is not ready. " + LogTail.of(log));
        if (!isRunning()) {
            throw new HarnessException(name + " ended while it started. " + LogTail.of(log));
        }
    }

    /** Starts it and returns once it can be used. */
    public void start() {
        launch();
        awaitReady();
    }

    /** {@code kill -9}: it runs no instruction more. */
    public void kill() {
        Process running = current();
        if (running != null) {
            running.destroyForcibly();
            awaitEnd(running);
        }
    }

    /** Asks it to end and waits; what is left after its grace period is killed. */
    public void stop() {
        Process running = current();
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(ENDED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running.destroyForcibly();
        }
        awaitEnd(running);
    }

    public boolean isRunning() {
        Process running = current();
        return running != null && running.isAlive();
    }

    public long pid() {
        Process running = current();
        if (running == null) {
            throw new HarnessException(name + " does not run");
        }
        return running.pid();
    }

    public Path log() {
        return log;
    }

    @Override
    public void close() {
        stop();
    }

    private synchronized @Nullable Process current() {
        return process;
    }

    private void awaitEnd(Process ending) {
        try {
            if (!ending.waitFor(ENDED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new HarnessException(name + " (pid " + ending.pid() + ") does not even end when killed");
            }
            RUNNING.remove(this);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
