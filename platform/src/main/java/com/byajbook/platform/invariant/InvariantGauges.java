package com.byajbook.platform.invariant;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;

/**
 * What the last look found. An alarm belongs on both: violations above 0 from the first on, and a look that is old, for
 * who does not look finds nothing.
 */
final class InvariantGauges {

    InvariantGauges(Inspect inspecting, MeterRegistry meters, Clock clock) {
        for (Invariant invariant : inspecting.invariants()) {
            Gauge.builder("byajbook.invariants.violations", inspecting, it -> violations(it, invariant))
                    .tag("invariant", invariant.name())
                    .description("How many break an invariant, as the last look found; NaN before the first")
                    .register(meters);
        }
        Gauge.builder("byajbook.invariants.age", inspecting, it -> ageSeconds(it, clock))
                .baseUnit("seconds")
                .description("How long ago the last look ended; NaN before the first")
                .register(meters);
    }

    private static double violations(Inspect inspecting, Invariant invariant) {
        return inspecting
                .latest()
                .flatMap(inspection -> inspection.invariants().stream()
                        .filter(found -> found.invariant().equals(invariant))
                        .findFirst())
                .map(Inspected::violations)
                .map(Long::doubleValue)
                .orElse(Double.NaN);
    }

    private static double ageSeconds(Inspect inspecting, Clock clock) {
        return inspecting
                .latest()
                .map(inspection -> Duration.between(inspection.at(), clock.instant()))
                .map(age -> age.toMillis() / 1_000.0)
                .orElse(Double.NaN);
    }
}
