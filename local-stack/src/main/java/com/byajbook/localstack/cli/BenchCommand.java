package com.byajbook.localstack.cli;

import com.byajbook.localstack.servers.StackHome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Measurements that compare, not tests that pass. */
@Command(
        name = "bench",
        description = "Measures one part, on a stack of its own.",
        subcommands = BenchCommand.Intake.class)
final class BenchCommand {

    /** Group commit against one transaction a request, in one run. */
    @Command(
            name = "intake",
            description =
                    "Accepted loans a second: group commit, one transaction a request, and raw inserts, alternating.")
    static final class Intake implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Unmatched
        private List<String> rest = new ArrayList<>();

        @Override
        public Integer call() {
            PrintWriter err = spec.commandLine().getErr();
            if (!StackHome.of(Stack.NAME).runFolder().list().isEmpty()) {
                err.println(
                        "ByajBook is up and shares this machine with the measurement; ./byajbook down first gives cleaner numbers.");
                err.flush();
            }
            List<String> arguments = new ArrayList<>(List.of("bench", "intake"));
            arguments.addAll(rest);
            return new LoadTestsProgram(StackHome.findRoot()).run(arguments, Map.of());
        }
    }
}
