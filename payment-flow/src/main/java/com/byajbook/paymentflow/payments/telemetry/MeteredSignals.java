package com.byajbook.paymentflow.payments.telemetry;

import com.byajbook.paymentflow.payments.domain.Evidence;
import com.byajbook.paymentflow.payments.domain.Verdict;
import com.byajbook.paymentflow.payments.usecase.PaymentSignals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what payments learn. The verdicts CONTRADICTED and DISPUTED are worth an alarm from the first on. */
@Component
final class MeteredSignals implements PaymentSignals {

    private final MeterRegistry meters;
    private final Counter repeatedEvents;
    private final Counter leftUnknown;

    MeteredSignals(MeterRegistry meters) {
        this.meters = meters;
        this.repeatedEvents = Counter.builder("byajbook.payments.events.repeated")
                .description("Provider events that came again under another message")
                .register(meters);
        this.leftUnknown = Counter.builder("byajbook.payments.left.unknown")
                .description(
                        "Payments given up on after the last inquiry or because the provider's figures are not ours")
                .register(meters);
    }

    @Override
    public void weighed(Evidence evidence, Verdict verdict) {
        meters.counter("byajbook.payments.findings", "evidence", evidence.name(), "verdict", verdict.name())
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
