package com.byajbook.localstack.cli;

import com.byajbook.localstack.servers.ServerUrls;
import com.byajbook.localstack.services.Service;
import com.byajbook.localstack.services.ServiceEnvironment;
import com.byajbook.localstack.services.ServiceJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the load-tests jar in this terminal. */
final class LoadTestsProgram {
    private final Path root;

    LoadTestsProgram(Path root) {
        this.root = root;
    }

    /** Returns its exit code. */
    int run(List<String> arguments, Map<String, String> environment) {
        return run(List.of("-Xmx512m"), arguments, environment);
    }

    /** The same in a JVM of other dimensions. */
    int run(List<String> jvm, List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-jar", ServiceJar.built(root, "load-tests").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Where everything of a running stack is. */
    static Map<String, String> addressesOf(Stack stack) {
        Map<String, String> set = new HashMap<>(System.getenv());
        for (Service service : Service.values()) {
            stack.find(service).ifPresent(process -> set.put(service.portSetting(), Integer.toString(process.port())));
            stack.find(service)
                    .ifPresent(process -> set.put(
                            service.opsPortSetting(),
                            Integer.toString(stack.opsOf(service).getPort())));
        }
        Map<String, String> addresses = ServiceEnvironment.of(set, ServerUrls.of(stack.servers()));
        addresses.put(
                "BYAJBOOK_API_OPS_URL", stack.opsOf(Service.API).toString().replaceAll("/$", ""));
        return addresses;
    }
}
