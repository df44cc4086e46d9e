package com.byajbook.localstack.cli;

import com.byajbook.localstack.sandbox.SandboxMain;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The partner sandbox as a process of its own; {@code up} starts it. */
@Command(name = "sandbox", hidden = true, description = "Runs the partner sandbox until it is told to stop.")
final class SandboxCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        SandboxMain.main(new String[0]);
        return 0;
    }
}
