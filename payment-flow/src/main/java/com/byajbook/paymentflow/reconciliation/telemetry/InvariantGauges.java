package com.byajbook.paymentflow.reconciliation.telemetry;

import com.byajbook.paymentflow.reconciliation.domain.Inspected;
import com.byajbook.paymentflow.reconciliation.domain.Invariant;
import com.byajbook.paymentflow.reconciliation.usecase.InspectBooks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * What the last look found. An alarm belongs on both: violations above 0 from the first on, and a look that is old, for
 * who does not look finds nothing.
 */
@Component
final class InvariantGauges {

    InvariantGauges(InspectBooks inspecting, MeterRegistry meters, Clock clock) {
        for (Invariant invariant : Invariant.values()) {
            Gauge.builder("byajbook.invariants.violations", inspecting, it -> violations(it, invariant))
                    .tag("invariant", invariant.id())
                    .description("How many break an invariant, as the last look found; NaN before the first")
                    .register(meters);
        }
        Gauge.builder("byajbook.invariants.age", inspecting, it -> ageSeconds(it, clock))
                .baseUnit("seconds")
                .description("How long ago the last look ended; NaN before the first")
                .register(meters);
    }

    private static double violations(InspectBooks inspecting, Invariant invariant) {
        return inspecting
                .latest()
                .flatMap(inspection -> inspection.invariants().stream()
                        .filter(found -> found.invariant() == invariant)
                        .findFirst())
                .map(Inspected::violations)
                .map(Long::doubleValue)
                .orElse(Double.NaN);
    }

    private static double ageSeconds(InspectBooks inspecting, Clock clock) {
        return inspecting
                .latest()
                .map(inspection -> Duration.between(inspection.at(), clock.instant()))
                .map(age -> age.toMillis() / 1_000.0)
                .orElse(Double.NaN);
    }
}
