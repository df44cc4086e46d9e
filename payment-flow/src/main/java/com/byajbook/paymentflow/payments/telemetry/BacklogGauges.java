package com.byajbook.paymentflow.payments.telemetry;

import com.byajbook.paymentflow.payments.usecase.MeasureBacklog;
import com.byajbook.paymentflow.payments.usecase.MeasureBacklog.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The backlog as it was when it was last measured; a scrape never queries. */
@Component
public final class BacklogGauges {

    private final MeasureBacklog measuring;
    private final Clock clock;
    private volatile Backlog latest = new Backlog(0, 0, 0, 0);

    BacklogGauges(MeasureBacklog measuring, Clock clock, MeterRegistry meters) {
        this.measuring = measuring;
        this.clock = clock;
        gauge(meters, "due.submissions", "Payments that should be with the provider by now", Backlog::dueSubmissions);
        gauge(meters, "due.inquiries", "Payments that should have been asked about by now", Backlog::dueInquiries);
        gauge(meters, "unknown", "Payments that only a callback or reconciliation can settle", Backlog::leftUnknown);
        gauge(meters, "early.callbacks", "Callbacks whose payment is not there", Backlog::earlyCallbacks);
    }

    /** Measures anew. */
    public Mono<Void> refresh() {
        return Mono.defer(() -> measuring.measure(clock.instant()))
                .doOnNext(measured -> latest = measured)
                .then();
    }

    private void gauge(MeterRegistry meters, String name, String description, ToLongFunction<Backlog> count) {
        Gauge.builder("byajbook.payments." + name, this, gauges -> count.applyAsLong(gauges.latest))
                .description(description)
                .register(meters);
    }
}
