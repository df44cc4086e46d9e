package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The limits of all services, as {@code GET /ops/limits} answers. */
record OpsLimits(List<OfService> services) {

    /**
     * The limits of one service.
     *
     * @param limits empty while they cannot be read
     * @param problem why they cannot be read; null when they can
     */
    record OfService(
            String service, List<OpsLimit> limits, @Nullable String problem) {}

    /** The service with this name; who mistyped it is told of those that are alike. */
    OfService get(String service) {
        return services.stream()
                .filter(candidate -> candidate.service().equals(service))
                .findFirst()
                .orElseThrow(() -> new LocalStackException("There is no service " + service + "."
                        + Similar.to(
                                service,
                                services.stream().map(OfService::service).toList())));
    }

    /** One limit; who mistyped it is told of those that are alike. */
    OpsLimit get(String service, String name) {
        OfService of = get(service);
        if (of.problem() != null) {
            throw new LocalStackException("The limits of " + service + " cannot be read: " + of.problem()
                    + " See ./byajbook status and ./byajbook logs " + service);
        }
        return find(of, name)
                .orElseThrow(() -> new LocalStackException(service + " has no limit called " + name + "."
                        + Similar.to(
                                name, of.limits().stream().map(OpsLimit::name).toList())));
    }

    private static Optional<OpsLimit> find(OfService of, String name) {
        return of.limits().stream().filter(limit -> limit.name().equals(name)).findFirst();
    }
}
