package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Measurements that compare, not tests that pass. */
@Command(
        name = "bench",
        description = "Measures one part of the running stack.",
        subcommands = BenchCommand.Intake.class)
final class BenchCommand {

    /** Group commit against one transaction a request, in one run. */
    @Command(
            name = "intake",
            description =
                    "Accepted loans a second: group commit, one transaction a request, and raw inserts, alternating.")
    static final class Intake implements Callable<Integer> {

        @Unmatched
        private List<String> rest = new ArrayList<>();

        @Override
        public Integer call() {
            Stack stack = Stack.asStarted();
            if (!stack.isReady()) {
                throw new LocalStackException("ByajBook is not up. Start it first: ./byajbook up");
            }
            List<String> arguments = new ArrayList<>(List.of("bench", "intake"));
            arguments.addAll(rest);
            return new LoadTestsProgram(stack).run(arguments);
        }
    }
}
