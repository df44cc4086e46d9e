package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Plays the stories against what runs. */
@Command(name = "demo", description = "Plays a loan and its payment through the public API and narrates them.")
final class DemoCommand implements Callable<Integer> {

    @Unmatched
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() {
        Stack stack = Stack.asStarted();
        if (!stack.isReady()) {
            throw new LocalStackException("ByajBook is not up. Start it first: ./byajbook up");
        }
        List<String> arguments = new ArrayList<>(List.of("demo"));
        arguments.addAll(rest);
        return new LoadTestsProgram(stack.home().root()).run(arguments, LoadTestsProgram.addressesOf(stack));
    }
}
