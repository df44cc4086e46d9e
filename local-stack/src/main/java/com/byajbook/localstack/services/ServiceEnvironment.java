package com.byajbook.localstack.services;

import com.byajbook.localstack.servers.ServerUrls;
import java.util.HashMap;
import java.util.Map;

/** The variables through which services, servers and sandbox find each other. */
public final class ServiceEnvironment {
    private ServiceEnvironment() {}

    /** What the person set wins; everything else follows from the ports in use. */
    public static Map<String, String> of(Map<String, String> set, ServerUrls servers) {
        Map<String, String> environment = new HashMap<>();
        for (Service service : Service.values()) {
            environment.put(service.portSetting(), Integer.toString(service.port(set)));
            environment.put(urlSetting(service), service.url(set));
            if (service.hasOpsPort()) {
                environment.put(service.opsPortSetting(), Integer.toString(service.opsPort(set)));
            }
        }
        // Opens the ops call that makes users with tokens; never set outside of a laptop.
        environment.put("BYAJBOOK_LOCAL_USERS", "true");
        set.forEach((name, value) -> {
            if (name.startsWith("BYAJBOOK_") && !value.isBlank()) {
                environment.put(name, value);
            }
        });
        environment.putAll(servers.asEnvironment());
        return environment;
    }

    private static String urlSetting(Service service) {
        return "BYAJBOOK_" + service.name() + "_URL";
    }
}
