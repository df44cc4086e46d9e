package com.byajbook.localstack.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a gate decided lately, as a file for {@code replay}. */
@Command(name = "decisions", description = "Saves what a gate decided lately, for ./byajbook replay.")
final class DecisionsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private OpsOptions ops = new OpsOptions();

    @Parameters(index = "0", paramLabel = "SERVICE", description = "api, loan-engine, payment-flow, notifications.")
    private String service = "";

    @Parameters(index = "1", paramLabel = "GATE", description = "As in its limits: intake for gate.intake.width.")
    private String gate = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to; replaced if it exists.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        long bytes = ops.open().decisions(service, gate, file);
        out.println(bytes + " bytes of decisions in " + file);
        out.flush();
        return 0;
    }
}
