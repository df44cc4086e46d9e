package com.byajbook.api.intake.usecase;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** What an operator sees of the acceptance point. */
final class IntakeMeter {

    private final MeterRegistry registry;
    private final DistributionSummary batchSize;
    private final Timer batchTime;

    IntakeMeter(MeterRegistry registry) {
        this.registry = registry;
        this.batchSize = DistributionSummary.builder("byajbook.intake.batch.commands")
                .description("Commands in a transaction")
                .register(registry);
        this.batchTime = Timer.builder("byajbook.intake.batch")
                .description("Time from sending a batch to its last answer")
                .register(registry);
    }

    void watch(IntakeBatcher batcher) {
        Gauge.builder("byajbook.intake.queued.commands", batcher, IntakeBatcher::queued)
                .description("Commands that wait for a batch")
                .register(registry);
        Gauge.builder("byajbook.intake.in.flight.batches", batcher, IntakeBatcher::inFlight)
                .description("Transactions that are not finished")
                .register(registry);
    }

    void committed(int commands, long nanos) {
        batchSize.record(commands);
        batchTime.record(nanos, TimeUnit.NANOSECONDS);
    }

    void refused(String reason) {
        Counter.builder("byajbook.intake.refused")
                .description("Commands that were refused before any effect")
                .tag("reason", reason)
                .register(registry)
                .increment();
    }
}
