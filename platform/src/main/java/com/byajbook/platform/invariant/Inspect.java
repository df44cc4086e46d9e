package com.byajbook.platform.invariant;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks whether what must hold does hold, one check after the other. Each goes on where its last look stopped, and from the
 * beginning after a restart.
 */
public final class Inspect {

    private final List<Check> checks;
    private final Clock clock;
    /** Written by one look at a time. */
    private volatile State state = new State(Map.of(), Optional.empty());

    /** Refuses two checks of one name. */
    public Inspect(List<Check> checks, Clock clock) {
        this.checks = List.copyOf(checks);
        this.clock = clock;
        long names = invariants().stream().map(Invariant::name).distinct().count();
        if (names != checks.size()) {
            throw new IllegalArgumentException("each check has a name of its own: " + invariants());
        }
    }

    /** What is looked at. */
    public List<Invariant> invariants() {
        return checks.stream().map(Check::invariant).toList();
    }

    /** Looks once more; a look that fails counts for nothing, and the next one begins where it began. */
    public Mono<Inspection> inspect() {
        return Flux.fromIterable(checks)
                .concatMap(check -> look(check, state.places()))
                .collectList()
                .map(this::keep);
    }

    /** What the last look found; empty before the first. */
    public Optional<Inspection> latest() {
        return state.latest();
    }

    private static Mono<Look> look(Check check, Map<Invariant, String> places) {
        return Mono.defer(() -> check.part().apply(places.getOrDefault(check.invariant(), Part.BEGINNING)))
                .map(part -> new Look(check.invariant(), part));
    }

    private Inspection keep(List<Look> looks) {
        Inspection inspection = new Inspection(
                clock.instant(), looks.stream().map(Look::inspected).toList());
        Map<Invariant, String> places = looks.stream()
                .collect(toUnmodifiableMap(Look::invariant, look -> look.part().next()));
        state = new State(places, Optional.of(inspection));
        return inspection;
    }

    private record Look(Invariant invariant, Part part) {

        private Inspected inspected() {
            return new Inspected(invariant, part.looked(), part.violations(), part.example());
        }
    }

    private record State(Map<Invariant, String> places, Optional<Inspection> latest) {}
}
