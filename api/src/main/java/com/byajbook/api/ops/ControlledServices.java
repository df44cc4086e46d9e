package com.byajbook.api.ops;

import com.byajbook.platform.problem.Failure;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** All services that an operator can look into, ours first. */
record ControlledServices(List<ControlledService> all) {

    ControlledServices {
        all = List.copyOf(all);
    }

    /** The one with this name. */
    Mono<ControlledService> get(String name) {
        return Mono.justOrEmpty(all.stream()
                        .filter(service -> service.name().equals(name))
                        .findFirst())
                .switchIfEmpty(Mono.error(unknown(name)));
    }

    private Supplier<Failure> unknown(String name) {
        String known =
                String.join(", ", all.stream().map(ControlledService::name).toList());
        return () -> Failure.notFound("There is no service called " + name + "; there are " + known + ".");
    }
}
