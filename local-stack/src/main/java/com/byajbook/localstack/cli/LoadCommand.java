package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.servers.StackHome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Load tests, by the load-tests program: against what runs, or on a platform of their own. */
@Command(
        name = "load",
        description =
                "Plays a load scenario, measures it and judges what was promised; without one says which there are.")
final class LoadCommand implements Callable<Integer> {
    /** Thousands of connections and the record of every wish; a collector that does not stop the generator for long. */
    private static final List<String> JVM = List.of("-Xms256m", "-Xmx1g", "-XX:+UseG1GC", "-XX:MaxGCPauseMillis=20");

    private static final Set<String> ON_ITS_OWN = Set.of("--own-platform", "--both", "--help", "-h", "--version", "-V");

    @Unmatched
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>(List.of("load"));
        arguments.addAll(rest);
        if (!needsRunning(rest)) {
            return new LoadTestsProgram(StackHome.findRoot()).run(JVM, arguments, Map.of());
        }
        Stack stack = Stack.asStarted();
        if (!stack.isReady()) {
            throw new LocalStackException("ByajBook is not up. Start it first: ./byajbook up"
                    + "\nOr measure on a platform of the run's own: --own-platform, or --both.");
        }
        return new LoadTestsProgram(stack.home().root()).run(JVM, arguments, LoadTestsProgram.addressesOf(stack));
    }

    /** Somebody who names a URL says where everything is with the environment as well. */
    static boolean needsRunning(List<String> arguments) {
        boolean playsSomething = arguments.stream().anyMatch(argument -> !argument.startsWith("-"));
        return playsSomething
                && arguments.stream()
                        .noneMatch(argument -> ON_ITS_OWN.contains(argument)
                                || argument.startsWith("--arm")
                                || argument.startsWith("--url"));
    }
}
