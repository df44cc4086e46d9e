package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.servers.LocalServers;
import com.byajbook.localstack.servers.ServerUrls;
import com.byajbook.localstack.servers.StackHome;
import com.byajbook.localstack.testing.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Servers for the tests of all modules, started fresh once, and the build that runs the tests against them. */
final class TestRun {
    private final StackHome home = StackHome.of(TestServers.STACK);
    private final Progress progress;
    private final LocalServers servers;
    private final AtomicBoolean cleaned = new AtomicBoolean();
    private final AtomicReference<@Nullable Process> running = new AtomicReference<>();

    TestRun(Progress progress) {
        this.progress = progress;
        this.servers = LocalServers.onFreePorts(home, System.getenv(), progress::say);
    }

    /** Returns the build's exit code. */
    int run(List<String> mavenArguments) {
        if (home.isInUse()) {
            throw new LocalStackException(
                    "Other tests run on the servers in " + home.folder() + " right now. Wait for them to end.");
        }
        home.use();
        // A Ctrl-C must leave no server behind either.
        Runtime.getRuntime().addShutdownHook(new Thread(this::cleanUp, "stop-test-servers"));
        try {
            new Shutdown(home, progress).stop();
            servers.wipe();
            progress.say("Starting the servers for the tests in " + home.folder());
            servers.start();
            servers.all().forEach(server -> progress.kept(server.name(), server.url()));
            return build(mavenArguments);
        } finally {
            cleanUp();
        }
    }

    private int build(List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(home.root().resolve("mvnw").toString(), "-B", "-ntp", "--fail-at-end"));
        command.addAll(arguments);
        command.add("verify");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.root().toFile()).inheritIO();
        builder.environment().putAll(ServerUrls.of(servers).asEnvironment());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process build = builder.start();
            running.set(build);
            return build.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Also ends what tests started in stacks of their own and a crash of theirs left running; never what {@code up} runs. */
    private void cleanUp() {
        if (cleaned.compareAndSet(false, true)) {
            endBuild();
            Stacks.in(home.root()).stream()
                    .filter(stack -> !stack.name().equals(Stack.NAME))
                    .forEach(stack -> new Shutdown(stack, progress).stop());
        }
    }

    private void endBuild() {
        Process build = running.get();
        if (build != null && build.isAlive()) {
            build.descendants().forEach(ProcessHandle::destroy);
            build.destroy();
        }
    }
}
