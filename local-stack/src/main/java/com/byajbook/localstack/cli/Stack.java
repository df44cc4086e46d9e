package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.processes.ProcessRecord;
import com.byajbook.localstack.servers.LocalServers;
import com.byajbook.localstack.servers.ServerUrls;
import com.byajbook.localstack.servers.StackHome;
import com.byajbook.localstack.services.HealthProbe;
import com.byajbook.localstack.services.Service;
import com.byajbook.localstack.services.ServiceProcess;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What {@code up} runs: three servers, the sandbox and the four services. */
record Stack(StackHome home, LocalServers servers, List<ServiceProcess> services) {
    static final String NAME = "up";

    static Stack open(Map<String, String> environment, Consumer<String> announce) {
        StackHome home = StackHome.of(NAME);
        HealthProbe probe = new HealthProbe();
        return new Stack(
                home,
                LocalServers.onFixedPorts(home, environment, announce),
                Arrays.stream(Service.values())
                        .map(service -> new ServiceProcess(service, home, probe))
                        .toList());
    }

    /** As it was started, whatever the environment says now. */
    static Stack asStarted() {
        Map<String, String> environment = ServerUrls.recall(StackHome.of(NAME))
                .map(ServerUrls::asEnvironment)
                .orElseGet(Map::of);
        return open(environment, line -> {});
    }

    boolean isReady() {
        return services.stream().allMatch(ServiceProcess::isReady) && servers.areReady();
    }

    Optional<ProcessRecord> find(Service service) {
        return home.runFolder().find(service.label());
    }

    ProcessRecord get(Service service) {
        return find(service)
                .orElseThrow(() ->
                        new LocalStackException(service.label() + " does not run. Start it first: ./byajbook up"));
    }

    /** Where the ops port of a service answers, for example {@code http://127.0.0.1:9080}. */
    URI opsOf(Service service) {
        return URI.create(get(service).health()).resolve("/");
    }
}
