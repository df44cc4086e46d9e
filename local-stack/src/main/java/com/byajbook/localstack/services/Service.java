package com.byajbook.localstack.services;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.processes.Priority;
import java.util.Locale;
import java.util.Map;

/** What runs beside the servers, in the order of starting: who is called comes before who calls. */
public enum Service {
    SANDBOX("local-stack", 8090, 0, 192, Priority.PIPELINE),
    LOAN_ENGINE("loan-engine", 8081, 9081, 320, Priority.PIPELINE),
    PAYMENT_FLOW("payment-flow", 8082, 9082, 320, Priority.PIPELINE),
    NOTIFICATIONS("notifications", 8083, 9083, 256, Priority.BACKGROUND),
    API("api", 8080, 9080, 384, Priority.EDGE);

    private final String module;
    private final int defaultPort;
    private final int defaultOpsPort;
    private final int heapMegabytes;
    private final Priority priority;

    Service(String module, int defaultPort, int defaultOpsPort, int heapMegabytes, Priority priority) {
        this.module = module;
        this.defaultPort = defaultPort;
        this.defaultOpsPort = defaultOpsPort;
        this.heapMegabytes = heapMegabytes;
        this.priority = priority;
    }

    /** For people, file names and records, for example {@code loan-engine}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String module() {
        return module;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** Its share of the processors, in the proportions of the requests in {@code k8s/base}. */
    public Priority priority() {
        return priority;
    }

    /** The environment variable that moves its port. */
    public String portSetting() {
        return "BYAJBOOK_" + name() + "_PORT";
    }

    /** The environment variable that moves the port of its health, metrics and ops pages. */
    public String opsPortSetting() {
        return "BYAJBOOK_" + name() + "_OPS_PORT";
    }

    public int port(Map<String, String> environment) {
        return setting(environment, portSetting(), defaultPort);
    }

    /** The same as {@link #port(Map)} for the sandbox, which has one port for all. */
    public int opsPort(Map<String, String> environment) {
        return hasOpsPort() ? setting(environment, opsPortSetting(), defaultOpsPort) : port(environment);
    }

    boolean hasOpsPort() {
        return defaultOpsPort != 0;
    }

    public String url(Map<String, String> environment) {
        return "http://127.0.0.1:" + port(environment);
    }

    String healthUrl(Map<String, String> environment) {
        return "http://127.0.0.1:" + opsPort(environment) + (hasOpsPort() ? "/actuator/health/readiness" : "/health");
    }

    private static int setting(Map<String, String> environment, String name, int otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) > 0 && Integer.parseInt(value) < 65536) {
            return Integer.parseInt(value);
        }
        throw new LocalStackException(name + "=" + value + " is no port. Give a number from 1 to 65535.");
    }
}
