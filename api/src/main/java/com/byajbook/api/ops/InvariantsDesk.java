package com.byajbook.api.ops;

import com.byajbook.platform.control.InvariantView;
import com.byajbook.platform.control.ServiceInvariants;
import com.byajbook.platform.problem.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whether what must always hold does, over all services. Who cannot be asked, or has not looked lately, is no good news. */
final class InvariantsDesk {

    /** Services look once a minute. */
    private static final Duration OLD = Duration.ofMinutes(5);

    private final ControlledServices services;
    private final Clock clock;

    InvariantsDesk(ControlledServices services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    Mono<AllInvariants> all() {
        return Flux.fromIterable(services.all())
                .flatMapSequential(this::of, services.all().size())
                .filter(OfService::isWorthTelling)
                .collectList()
                .map(AllInvariants::of);
    }

    private Mono<OfService> of(ControlledService service) {
        return service.getInvariants()
                .map(found -> new OfService(
                        service.name(), state(found), found.at(), found.invariants(), null, found.inspects()))
                .onErrorResume(
                        Failure.class,
                        failure -> Mono.just(
                                new OfService(service.name(), State.UNKNOWN, null, List.of(), failure.detail(), true)));
    }

    private State state(ServiceInvariants found) {
        if (!found.invariants().stream().allMatch(InvariantView::holds)) {
            return State.BROKEN;
        }
        boolean fresh = found.at() != null && found.at().isAfter(clock.instant().minus(OLD));
        return fresh || !found.inspects() ? State.HOLDS : State.UNKNOWN;
    }

    /** How it stands. */
    enum State {
        HOLDS,
        /** Nobody has looked lately, or somebody cannot be asked. */
        UNKNOWN,
        BROKEN
    }

    /** @param state the worst of all */
    record AllInvariants(State state, List<ServiceFound> services) {

        private static AllInvariants of(List<OfService> services) {
            State worst = services.stream()
                    .map(OfService::state)
                    .max(State::compareTo)
                    .orElse(State.UNKNOWN);
            return new AllInvariants(
                    worst, services.stream().map(OfService::found).toList());
        }
    }

    /**
     * One service.
     *
     * @param at when its last look ended; null before the first
     * @param problem why it cannot be asked; null when it can
     */
    record ServiceFound(
            String service,
            State state,
            @Nullable Instant at,
            List<InvariantView> invariants,
            @Nullable String problem) {}

    private record OfService(
            String service,
            State state,
            @Nullable Instant at,
            List<InvariantView> invariants,
            @Nullable String problem,
            boolean inspects) {

        boolean isWorthTelling() {
            return inspects;
        }

        ServiceFound found() {
            return new ServiceFound(service, state, at, invariants, problem);
        }
    }
}
