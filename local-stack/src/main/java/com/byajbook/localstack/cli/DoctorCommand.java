package com.byajbook.localstack.cli;

import com.byajbook.localstack.servers.MachineCheck;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is missing and the command that mends it. */
@Command(name = "doctor", description = "Checks this machine, and names the command that mends what is missing.")
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Stack stack = Stack.open(System.getenv(), line -> {});
        List<MachineCheck> checks = new Doctor(stack, System.getenv()).examine();
        for (MachineCheck check : checks) {
            out.println(
                    String.format("  %-8s %-12s %s", check.isGood() ? "ok" : "MISSING", check.what(), check.found()));
            check.remedy().ifPresent(remedy -> out.println("           mend it:  " + remedy));
        }
        boolean good = checks.stream().allMatch(MachineCheck::isGood);
        out.println(
                good
                        ? "This machine has all that ByajBook needs."
                        : "Mend the above, then run ./byajbook doctor again.");
        out.flush();
        return good ? 0 : 1;
    }
}
