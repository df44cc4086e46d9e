package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.services.Service;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Access tokens for load tools: nothing but tokens on standard output. */
@Command(name = "tokens", description = "Prints access tokens of N users, one a line.")
final class TokensCommand implements Callable<Integer> {
    private static final int MOST = 1_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "N", description = "How many, 1 to 1000000.")
    private int count;

    @Option(
            names = "--role",
            defaultValue = "borrower",
            description = "borrower, lender or ops (default: ${DEFAULT-VALUE}).")
    private Role role = Role.BORROWER;

    @Override
    public Integer call() {
        if (count < 1 || count > MOST) {
            throw new LocalStackException("N must be from 1 to " + MOST + ", not " + count + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        new LocalUsers(Stack.asStarted().opsOf(Service.API)).tokens(count, role, out::println);
        out.flush();
        return 0;
    }
}
