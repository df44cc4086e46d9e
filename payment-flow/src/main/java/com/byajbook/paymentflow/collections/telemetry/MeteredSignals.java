package com.byajbook.paymentflow.collections.telemetry;

import com.byajbook.paymentflow.collections.domain.Evidence;
import com.byajbook.paymentflow.collections.domain.Verdict;
import com.byajbook.paymentflow.collections.usecase.CollectionSignals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what payments learn. The verdicts CONTRADICTED and DISPUTED are worth an alarm from the first on. */
@Component
final class MeteredSignals implements CollectionSignals {

    private final MeterRegistry meters;
    private final Counter repeatedEvents;
    private final Counter leftUnknown;

    MeteredSignals(MeterRegistry meters) {
        this.meters = meters;
        this.repeatedEvents = Counter.builder("byajbook.collections.events.repeated")
                .description("Provider events that came again under another message")
                .register(meters);
        this.leftUnknown = Counter.builder("byajbook.collections.left.unknown")
                .description(
                        "Payments given up on after the last inquiry or because the provider's figures are not ours")
                .register(meters);
    }

    @Override
    public void weighed(Evidence evidence, Verdict verdict) {
        meters.counter("byajbook.collections.findings", "evidence", evidence.name(), "verdict", verdict.name())
                .increment();
    }

    @Override
    public void repeatedEvents(int count) {
        repeatedEvents.increment(count);
    }

    @Override
    public void leftUnknown() {
        leftUnknown.increment();
    }
}
