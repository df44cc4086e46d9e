package com.byajbook.localstack.cli;

import com.byajbook.localstack.servers.StackHome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends every process that the project started on this machine, also those that tests left for their next run. */
@Command(name = "down", description = "Stops everything that up, or a test run, left running. Data is kept.")
final class DownCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Progress progress = new Progress(spec.commandLine().getOut());
        boolean found = false;
        for (StackHome stack : Stacks.in(StackHome.findRoot())) {
            if (stack.isInUse()) {
                progress.say("The servers in " + stack.folder() + " are left to the tests that run now.");
            } else {
                found |= new Shutdown(stack, progress).stop();
            }
        }
        progress.say(
                found
                        ? "ByajBook is down. Its data is kept; ./byajbook up --fresh begins anew."
                        : "Nothing was running.");
        return 0;
    }
}
