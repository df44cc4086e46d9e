package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.ProcessRecord;
import com.byajbook.localstack.processes.Signal;
import com.byajbook.localstack.processes.Strays;
import com.byajbook.localstack.processes.Termination;
import com.byajbook.localstack.servers.LocalServers;
import com.byajbook.localstack.servers.Server;
import com.byajbook.localstack.servers.StackHome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ends every process of one stack, services before the servers that they use. */
final class Shutdown {
    private static final Duration GRACE = Duration.ofSeconds(40);

    private final StackHome home;
    private final Progress progress;
    private final LocalServers servers;

    Shutdown(StackHome home, Progress progress) {
        this.home = home;
        this.progress = progress;
        // Without the environment: a URL that is set now must not hide a server that we started.
        this.servers = LocalServers.onFreePorts(home, Map.of(), progress::say);
    }

    /** Returns whether there was anything to end. */
    boolean stop() {
        List<ProcessRecord> all = home.runFolder().list();
        List<ProcessRecord> ofServers = servers.all().stream()
                .flatMap(server -> server.processes().stream())
                .toList();
        List<ProcessRecord> services =
                all.stream().filter(process -> !ofServers.contains(process)).toList();
        boolean found = !all.isEmpty() || servers.all().stream().anyMatch(Server::isReady);
        if (found) {
            progress.say("Stopping " + all.stream().map(ProcessRecord::name).collect(Collectors.joining(", ")));
        }
        services.parallelStream().forEach(process -> Termination.end(process, Signal.TERM, GRACE));
        services.forEach(process -> home.runFolder().forget(process.name()));
        servers.stop();
        Strays.endWritersIn(home.logs());
        return found;
    }
}
