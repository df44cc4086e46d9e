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
     * @param limits null while the service does not answer
     */
    record OfService(String service, @Nullable List<OpsLimit> limits) {

        List<OpsLimit> known() {
            return limits == null ? List.of() : limits;
        }
    }

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
        if (of.limits() == null) {
            throw new LocalStackException(
                    service + " does not answer. See ./byajbook status and ./byajbook logs " + service);
        }
        return find(of, name)
                .orElseThrow(() -> new LocalStackException(service + " has no limit called " + name + "."
                        + Similar.to(
                                name, of.known().stream().map(OpsLimit::name).toList())));
    }

    private static Optional<OpsLimit> find(OfService of, String name) {
        return of.known().stream().filter(limit -> limit.name().equals(name)).findFirst();
    }
}
