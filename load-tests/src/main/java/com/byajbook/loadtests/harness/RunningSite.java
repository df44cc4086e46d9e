package com.byajbook.loadtests.harness;

import com.byajbook.localstack.processes.ProcessRecord;
import com.byajbook.localstack.servers.StackHome;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What {@code ./byajbook up} started, or what the environment says: the same variables that the services take. */
public final class RunningSite implements Site {
    private static final String STACK = "up";
    private static final String POSTGRES = "postgresql://byajbook:byajbook@127.0.0.1:15432";
    private static final String RABBITMQ = "amqp://guest:guest@127.0.0.1:15673";

    private final Map<String, String> environment;

    public RunningSite(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The same platform through another address of its API. */
    public RunningSite at(URI api) {
        Map<String, String> other = new HashMap<>(environment);
        other.put("BYAJBOOK_API_URL", api.toString());
        return new RunningSite(other);
    }

    /** Says which part does not answer and how to get it, unless all do. */
    public RunningSite requireUp() {
        require("The API", ops().resolve("/actuator/health/readiness"), "BYAJBOOK_API_OPS_URL");
        require("The partner sandbox", sandbox().resolve("/health"), "BYAJBOOK_SANDBOX_URL");
        return this;
    }

    private static void require(String what, URI health, String variable) {
        if (!Probe.ok(health)) {
            throw new HarnessException(what + " does not answer at " + health
                    + ". Start the platform with ./byajbook up, or say where it is with " + variable + ".");
        }
    }

    @Override
    public URI api() {
        return address("BYAJBOOK_API_URL", "http://127.0.0.1:8080");
    }

    @Override
    public URI ops() {
        return address("BYAJBOOK_API_OPS_URL", "http://127.0.0.1:9080");
    }

    @Override
    public URI sandbox() {
        return address("BYAJBOOK_SANDBOX_URL", "http://127.0.0.1:8090");
    }

    @Override
    public SqlDatabase database(Service service) {
        return new SqlDatabase(environment.getOrDefault("BYAJBOOK_POSTGRES_URL", POSTGRES), service.database());
    }

    @Override
    public BrokerView broker() {
        return new BrokerView(environment.getOrDefault("BYAJBOOK_RABBITMQ_URL", RABBITMQ), "");
    }

    @Override
    public Optional<Long> pidOf(Service service) {
        return StackHome.of(STACK).runFolder().find(service.folder()).map(ProcessRecord::pid);
    }

    private URI address(String variable, String otherwise) {
        return URI.create(environment.getOrDefault(variable, otherwise));
    }
}
