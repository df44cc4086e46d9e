package com.byajbook.localstack.cli;

import com.byajbook.localstack.servers.ServerUrls;
import com.byajbook.localstack.services.Service;
import com.byajbook.localstack.services.ServiceEnvironment;
import com.byajbook.localstack.services.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts what is missing, waits until all of it is ready, and says how to use it. */
@Command(name = "up", description = "Starts servers, sandbox and services, and waits until they are ready.")
final class UpCommand implements Callable<Integer> {
    private static final int SEEDED_BORROWERS = 100;
    private static final int SEEDED_LENDERS = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--fresh", description = "Begin anew: stop what runs and remove all data first.")
    private boolean fresh;

    @Override
    public Integer call() {
        Progress progress = new Progress(spec.commandLine().getOut());
        Stack stack = Stack.open(System.getenv(), progress::say);
        stack.home().exclusively("up", () -> bringUp(stack, progress));
        return 0;
    }

    private void bringUp(Stack stack, Progress progress) {
        if (fresh) {
            new Shutdown(stack.home(), progress).stop();
            stack.servers().wipe();
        } else if (stack.isReady()) {
            progress.say("ByajBook is already up.");
            warnOfOldBuilds(stack, progress);
            new Summary(stack).print(spec.commandLine().getOut());
            return;
        }
        Stopwatch whole = new Stopwatch();
        progress.say("Starting ByajBook in " + stack.home().root());
        Map<String, String> set = System.getenv();
        stack.services().forEach(service -> service.requireFreePorts(set));
        startServers(stack, progress);
        startServices(stack, set, progress);
        seedUsers(stack, progress);
        progress.say(
                String.format("ByajBook is up after %.1f s.", whole.elapsed().toMillis() / 1000.0));
        new Summary(stack).print(spec.commandLine().getOut());
    }

    private void startServers(Stack stack, Progress progress) {
        Stopwatch watch = new Stopwatch();
        stack.servers()
                .start(server -> progress.done(server.name(), "ready on port " + server.port(), watch.elapsed()));
        ServerUrls.of(stack.servers()).remember(stack.home());
    }

    /** All at once: on two cores that is quicker than one after the other, since each waits a good deal for the servers. */
    private void startServices(Stack stack, Map<String, String> set, Progress progress) {
        Map<String, String> environment = ServiceEnvironment.of(set, ServerUrls.of(stack.servers()));
        List<ServiceProcess> missing = stack.services().stream()
                .filter(service -> service.running().isEmpty())
                .toList();
        Stopwatch watch = new Stopwatch();
        missing.forEach(service -> service.launch(environment));
        for (ServiceProcess service : stack.services()) {
            service.awaitReady();
            String ready = "ready on port " + stack.get(service.service()).port();
            if (missing.contains(service)) {
                progress.done(service.service().label(), ready, watch.elapsed());
            } else {
                progress.kept(service.service().label(), ready + ", was running");
            }
        }
    }

    private void seedUsers(Stack stack, Progress progress) {
        Stopwatch watch = new Stopwatch();
        LocalUsers users = new LocalUsers(stack.opsOf(Service.API));
        List<String> borrowers = new ArrayList<>();
        users.tokens(SEEDED_BORROWERS, Role.BORROWER, borrowers::add);
        users.tokens(SEEDED_LENDERS, Role.LENDER, token -> {});
        progress.done("users", SEEDED_BORROWERS + " borrowers, " + SEEDED_LENDERS + " lenders", watch.elapsed());

        Stopwatch trial = new Stopwatch();
        // The last one: the first are those that a person gets from "tokens".
        new TrialLoan(stack.get(Service.API).url(), borrowers.get(borrowers.size() - 1)).decide();
        progress.done("trial loan", "accepted, decided and readable", trial.elapsed());
    }

    private static void warnOfOldBuilds(Stack stack, Progress progress) {
        String outdated = stack.services().stream()
                .filter(ServiceProcess::isOutdated)
                .map(service -> service.service().label())
                .collect(Collectors.joining(", "));
        if (!outdated.isEmpty()) {
            progress.say("An older build runs of " + outdated + "; ./byajbook down and up again start the new one.");
        }
    }

    /** Time since it was made. */
    private static final class Stopwatch {
        private final long started = System.nanoTime();

        Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - started);
        }
    }
}
