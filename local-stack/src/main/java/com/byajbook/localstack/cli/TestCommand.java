package com.byajbook.localstack.cli;

import com.byajbook.localstack.servers.StackHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The whole gate in one command. */
@Command(
        name = "test",
        description = "Runs everything that must hold: format, compile-time checks, all tests on real servers.")
final class TestCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final double NANOS_PER_SECOND = 1e9;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "MAVEN_ARGUMENT",
            description = "After --, for example: -- -pl loan-engine -am")
    private List<String> mavenArguments = new ArrayList<>();

    @Override
    public Integer call() {
        Progress progress = new Progress(spec.commandLine().getOut());
        TestReports reports = new TestReports(StackHome.findRoot());
        reports.remove();
        long started = System.nanoTime();
        int build = new TestRun(progress).run(mavenArguments);
        double seconds = (System.nanoTime() - started) / NANOS_PER_SECOND;

        TestCounts counts = reports.count();
        List<Path> leaks = reports.leaks();
        leaks.forEach(file -> progress.say("A buffer leak (LEAK:) is reported in " + file));
        reports.driversLeaks()
                .forEach(file ->
                        progress.say("The database driver's known leak, of a row on its way when its query is cancelled"
                                + " (pgjdbc/r2dbc-postgresql issue 580), is reported in " + file));
        boolean good = build == 0 && leaks.isEmpty() && counts.failed() == 0 && counts.passed() > 0;
        progress.say("");
        reports.failures().forEach(failure -> progress.say("Failed: " + failure));
        progress.say(String.format(
                Locale.ROOT,
                "ByajBook's gate %s after %.0f s%s.",
                good ? "is green" : "FAILED",
                seconds,
                reason(build, counts, leaks)));
        progress.say(counts.line());
        return good ? 0 : FAILED;
    }

    private static String reason(int build, TestCounts counts, List<Path> leaks) {
        if (counts.failed() > 0) {
            return ": tests failed";
        }
        if (build != 0) {
            return ": the build failed, see [ERROR] above";
        }
        if (!leaks.isEmpty()) {
            return ": buffers leaked";
        }
        return counts.passed() == 0 ? ": no test ran" : "";
    }
}
