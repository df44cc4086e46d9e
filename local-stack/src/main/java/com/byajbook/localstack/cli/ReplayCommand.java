package com.byajbook.localstack.cli;

import com.byajbook.localstack.servers.StackHome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Decides a gate's log again, by the load-tests program, which has the policy; nothing needs to run for it. */
@Command(
        name = "replay",
        description = "Decides again what ./byajbook decisions saved, also with other limits: --set target.high=50ms.")
final class ReplayCommand implements Callable<Integer> {

    @Unmatched
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>(List.of("replay"));
        arguments.addAll(rest);
        return new LoadTestsProgram(StackHome.findRoot()).run(arguments, Map.of());
    }
}
